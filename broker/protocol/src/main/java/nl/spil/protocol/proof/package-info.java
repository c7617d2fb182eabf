/** Lets anyone check that an entry stands in the log, and that the log only grew. */
@NullMarked
package nl.spil.protocol.proof;

import org.jspecify.annotations.NullMarked;
