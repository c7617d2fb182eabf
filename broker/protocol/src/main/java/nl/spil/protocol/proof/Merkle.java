package nl.spil.protocol.proof;

/** The hashes of an RFC 6962 tree; the first byte keeps leaves and nodes apart. */
public final class Merkle {
    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    private Merkle() {}

    /** The root of the tree without leaves. */
    public static Hash empty() {
        return Hash.sha256();
    }

    public static Hash leaf(byte[] entry) {
        return Hash.sha256(LEAF, entry);
    }

    static Hash node(Hash left, Hash right) {
        var digest = Hash.digest();
        digest.update(NODE);
        left.addTo(digest);
        right.addTo(digest);
        return Hash.of(digest.digest());
    }
}
