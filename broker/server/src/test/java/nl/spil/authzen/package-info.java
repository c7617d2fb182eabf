@NullMarked
package nl.spil.authzen;

import org.jspecify.annotations.NullMarked;
