/** Signing, sealing, leaving out and opening: the sealed exchange in bytes, and the small signed messages around it. */
@NullMarked
package nl.spil.protocol.seal;

import org.jspecify.annotations.NullMarked;
