/** Answers questions in the words of AuthZEN, by the same decision point and record as everybody's; releases nothing. */
@NullMarked
package nl.spil.authzen;

import org.jspecify.annotations.NullMarked;
