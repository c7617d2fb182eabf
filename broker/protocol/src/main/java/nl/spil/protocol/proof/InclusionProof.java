package nl.spil.protocol.proof;

import java.util.List;

/**
 * The hashes that lead from one leaf to the root of a tree (RFC 6962 section 2.1.1).
 *
 * @param index the place of the leaf, from zero
 * @param size the size of the tree
 * @param path the siblings, from the leaf's own upwards
 */
public record InclusionProof(long index, long size, List<Hash> path) {

    public InclusionProof {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("a proof is about a leaf inside its tree");
        }
        path = List.copyOf(path);
    }

    /** Whether the leaf stands at the index in the tree with this root (RFC 9162 section 2.1.3.2). */
    public boolean proves(Hash leaf, Hash root) {
        var fn = index;
        var sn = size - 1;
        var hash = leaf;
        for (var sibling : path) {
            if (sn == 0) {
                return false;
            }
            if ((fn & 1) == 1 || fn == sn) {
                hash = Merkle.node(sibling, hash);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                hash = Merkle.node(hash, sibling);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && hash.equals(root);
    }
}
