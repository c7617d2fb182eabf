package nl.spil.protocol.proof;

import nl.spil.protocol.Base64Url;

/**
 * Where an entry stands, checkable by anyone who holds the log's key, offline.
 *
 * @param index the place of the entry in the log
 * @param leaf the bytes of its leaf in base64url
 * @param proof a c2sp.org/tlog-proof@v1 under a signed checkpoint
 */
public record Receipt(long index, String leaf, String proof) {

    public static Receipt of(LeafBytes leaf, InclusionProof inclusion, String note) {
        return new Receipt(inclusion.index(), Base64Url.encode(leaf.bytes()), TlogProof.text(leaf, inclusion, note));
    }

    /** What a receipt proves once it is verified: this leaf, at this place, under this checkpoint. */
    public record Proven(long index, Leaf leaf, Checkpoint checkpoint) {}

    /** Checks everything; throws {@link InvalidProof} when anything does not hold. */
    public Proven verify(LogKey log) {
        var parsed = TlogProof.parse(proof);
        if (parsed.inclusion().index() != index
                || !Base64Url.encode(parsed.leaf().bytes()).equals(leaf)) {
            throw new InvalidProof("the receipt and its proof speak of different entries");
        }
        return new Proven(index, Leaf.parse(parsed.leaf().bytes()), parsed.verify(log));
    }
}
