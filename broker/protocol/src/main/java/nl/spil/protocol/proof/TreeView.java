package nl.spil.protocol.proof;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A tree at one size: its root and the proofs in it, made from hashes of complete subtrees.
 *
 * <p>The part that is no complete subtree lies at the right edge only; its hashes are made once, here.
 */
public final class TreeView {
    private final long size;
    private final NodeSource nodes;

    /** At each height the hash over what lies right of the last complete subtree of that height, if anything does. */
    private final @Nullable Hash[] remainders;

    public TreeView(long size, NodeSource nodes) {
        if (size < 0) {
            throw new IllegalArgumentException("a tree has no negative size");
        }
        this.size = size;
        this.nodes = nodes;
        this.remainders = remainders(size, nodes);
    }

    private static @Nullable Hash[] remainders(long size, NodeSource nodes) {
        var heights = Long.SIZE - Long.numberOfLeadingZeros(size);
        var found = new @Nullable Hash[heights + 1];
        for (var height = 0; height < heights; height++) {
            var right = found[height];
            if (((size >> height) & 1) == 0) {
                found[height + 1] = right;
            } else {
                var left = nodes.node(height, (size >> height) - 1);
                found[height + 1] = right == null ? left : Merkle.node(left, right);
            }
        }
        return found;
    }

    public long size() {
        return size;
    }

    /** The tree hash (RFC 6962 section 2.1). */
    public Hash root() {
        var whole = remainders[remainders.length - 1];
        return whole == null ? Merkle.empty() : whole;
    }

    /** Proves that the leaf at the index stands in this tree. */
    public InclusionProof inclusion(long index) {
        var path = new ArrayList<Hash>();
        for (var height = 0; 1L << height < size; height++) {
            var sibling = (index >> height) ^ 1;
            if ((sibling + 1) << height <= size) {
                path.add(nodes.node(height, sibling));
            } else if (sibling << height < size) {
                path.add(remainder(height));
            }
        }
        return new InclusionProof(index, size, path);
    }

    /** Proves that this tree continues the one of the earlier size (RFC 6962 section 2.1.2). */
    public ConsistencyProof consistency(long earlier) {
        var path = new ArrayList<Hash>();
        if (earlier > 0 && earlier < size) {
            collect(earlier, 0, size, true, path);
        }
        return new ConsistencyProof(earlier, size, path);
    }

    private void collect(long earlier, long from, long to, boolean known, List<Hash> path) {
        if (earlier == to - from) {
            if (!known) {
                path.add(range(from, to));
            }
            return;
        }
        var half = Long.highestOneBit(to - from - 1);
        if (earlier <= half) {
            collect(earlier, from, from + half, known, path);
            path.add(range(from + half, to));
        } else {
            collect(earlier - half, from + half, to, false, path);
            path.add(range(from, from + half));
        }
    }

    /** A complete subtree, or what is left at the right edge: RFC 6962 never splits anywhere else. */
    private Hash range(long from, long to) {
        var width = to - from;
        return Long.bitCount(width) == 1
                ? nodes.node(Long.numberOfTrailingZeros(width), from / width)
                : remainder(Long.SIZE - Long.numberOfLeadingZeros(width));
    }

    private Hash remainder(int height) {
        var hash = remainders[height];
        if (hash == null) {
            throw new IllegalStateException("nothing is left at the right edge at height " + height);
        }
        return hash;
    }
}
