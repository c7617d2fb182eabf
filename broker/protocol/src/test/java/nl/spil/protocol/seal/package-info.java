/** Tests of signing, sealing, leaving out and opening. */
@NullMarked
package nl.spil.protocol.seal;

import org.jspecify.annotations.NullMarked;
