package nl.spil.protocol.proof;

import java.util.List;

/**
 * The hashes that show that one tree continues another (RFC 6962 section 2.1.2).
 *
 * @param from the size of the earlier tree
 * @param to the size of the later tree
 * @param path the hashes, in the order of the RFC
 */
public record ConsistencyProof(long from, long to, List<Hash> path) {

    public ConsistencyProof {
        if (from < 0 || from > to) {
            throw new IllegalArgumentException("a consistency proof goes from an earlier size to a later one");
        }
        path = List.copyOf(path);
    }

    /** Whether the tree with the later root holds everything of the earlier one, in place (RFC 9162 2.1.4.2). */
    public boolean proves(Hash earlier, Hash later) {
        if (from == to) {
            return path.isEmpty() && earlier.equals(later);
        }
        if (from == 0) {
            return path.isEmpty() && earlier.equals(Merkle.empty());
        }
        return Long.bitCount(from) == 1 ? climb(earlier, path, earlier, later) : climbFromFirst(earlier, later);
    }

    private boolean climbFromFirst(Hash earlier, Hash later) {
        return !path.isEmpty() && climb(path.getFirst(), path.subList(1, path.size()), earlier, later);
    }

    private boolean climb(Hash seed, List<Hash> siblings, Hash earlier, Hash later) {
        var shared = Long.numberOfTrailingZeros(from);
        var fn = (from - 1) >> shared;
        var sn = (to - 1) >> shared;
        var fr = seed;
        var sr = seed;
        for (var sibling : siblings) {
            if (sn == 0) {
                return false;
            }
            if ((fn & 1) == 1 || fn == sn) {
                fr = Merkle.node(sibling, fr);
                sr = Merkle.node(sibling, sr);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                sr = Merkle.node(sr, sibling);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && fr.equals(earlier) && sr.equals(later);
    }
}
