/** Tests of the names both ends use, and of reading and writing JSON. */
@NullMarked
package nl.spil.protocol;

import org.jspecify.annotations.NullMarked;
