package nl.spil.protocol.proof;

import java.util.ArrayList;
import java.util.List;

/** A growing tree that keeps nothing but its right edge: enough for the root, whatever the size. */
public final class CompactRange {
    private final List<Hash> edge;
    private long size;

    public CompactRange() {
        this(new ArrayList<>(), 0);
    }

    private CompactRange(List<Hash> edge, long size) {
        this.edge = edge;
        this.size = size;
    }

    /** The same tree, to be grown separately. */
    public CompactRange copy() {
        return new CompactRange(new ArrayList<>(edge), size);
    }

    /** Adds a leaf hash, or the hash of a complete subtree when all of them are of equal height. */
    public void append(Hash hash) {
        var grown = hash;
        for (var rest = size; (rest & 1) == 1; rest >>= 1) {
            grown = Merkle.node(edge.removeLast(), grown);
        }
        edge.add(grown);
        size++;
    }

    public long size() {
        return size;
    }

    public Hash root() {
        return edge.isEmpty() ? Merkle.empty() : under(edge.getLast(), edge.size() - 1);
    }

    /** The root when a part that is not in this range, its own root given, follows on the right. */
    Hash rootWith(Hash right) {
        return under(right, edge.size());
    }

    private Hash under(Hash right, int count) {
        var root = right;
        for (var i = count - 1; i >= 0; i--) {
            root = Merkle.node(edge.get(i), root);
        }
        return root;
    }
}
