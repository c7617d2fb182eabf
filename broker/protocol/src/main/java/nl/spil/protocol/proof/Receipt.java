package nl.spil.protocol.proof;

import java.util.Base64;

/**
 * Where an entry stands, checkable by anyone who holds the log's key, offline.
 *
 * @param index the place of the entry in the log
 * @param leaf the bytes of its leaf in base64url
 * @param proof a c2sp.org/tlog-proof@v1 under a signed checkpoint
 */
public record Receipt(long index, String leaf, String proof) {

    public static Receipt of(long index, byte[] leaf, String proof) {
        return new Receipt(index, Base64.getUrlEncoder().withoutPadding().encodeToString(leaf), proof);
    }

    /** The leaf as it was hashed. */
    public byte[] leafBytes() {
        return Base64.getUrlDecoder().decode(leaf);
    }
}
