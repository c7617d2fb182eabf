/** Tests of the log's proofs, on public vectors where there are any. */
@NullMarked
package nl.spil.protocol.proof;

import org.jspecify.annotations.NullMarked;
