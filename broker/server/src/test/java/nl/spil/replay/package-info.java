@NullMarked
package nl.spil.replay;

import org.jspecify.annotations.NullMarked;
