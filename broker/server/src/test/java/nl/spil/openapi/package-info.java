@NullMarked
package nl.spil.openapi;

import org.jspecify.annotations.NullMarked;
