/** Asks the rules what they promise: by story, by enumeration, and on two engines. */
@NullMarked
package nl.spil.author;

import org.jspecify.annotations.NullMarked;
