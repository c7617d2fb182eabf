package nl.spil.protocol.proof;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A tree that grows by batches and remembers its rightmost tiles, so that a new leaf's proof costs the same whatever
 * the size; never changed, each batch gives a new one.
 */
public final class GrowingTree implements NodeSource {
    private static final long LARGEST = 1L << 48;

    private final long size;
    private final List<TileNodes> edge;
    private final Map<Tile, TileNodes> completed;
    private final TileSource older;

    private GrowingTree(long size, List<TileNodes> edge, Map<Tile, TileNodes> completed, TileSource older) {
        this.size = size;
        this.edge = edge;
        this.completed = completed;
        this.older = older;
    }

    /** The tree of this size whose tiles are kept elsewhere; reads at most one tile per level. */
    public static GrowingTree resume(long size, TileSource tiles) {
        if (size < 0 || size > LARGEST) {
            throw new IllegalArgumentException("no log has this size");
        }
        var edge = new ArrayList<TileNodes>();
        for (int level = 0; size >> (level * Tile.HEIGHT) > 0; level++) {
            var hashes = size >> (level * Tile.HEIGHT);
            var width = (int) (hashes % Tile.WIDTH);
            edge.add(width == 0 ? TileNodes.empty() : tiles.tile(new Tile(level, hashes / Tile.WIDTH, width)));
        }
        return new GrowingTree(size, edge, Map.of(), tiles);
    }

    /** The same tree, that takes what it does not hold itself from elsewhere. */
    public GrowingTree withOlder(TileSource tiles) {
        return new GrowingTree(size, edge, completed, tiles);
    }

    /** One hash of a level above the leaves, which the batch made. */
    public record Grown(int level, long index, Hash hash) {}

    /** What a batch made of the tree: the larger tree, and the hashes that must be kept besides the leaves' own. */
    public record Growth(GrowingTree tree, List<Grown> grown) {}

    public Growth plus(List<Hash> leaves) {
        var next = new Builder();
        leaves.forEach(leaf -> next.append(0, leaf));
        return new Growth(new GrowingTree(size + leaves.size(), next.tiles, next.full, older), List.copyOf(next.grown));
    }

    private final class Builder {
        private final List<TileNodes> tiles = new ArrayList<>(edge);
        private final boolean[] own = new boolean[Long.SIZE / Tile.HEIGHT];
        private final long[] counts = new long[Long.SIZE / Tile.HEIGHT];
        private final Map<Tile, TileNodes> full = new HashMap<>();
        private final List<Grown> grown = new ArrayList<>();

        Builder() {
            for (var level = 0; level < counts.length; level++) {
                counts[level] = size >> (level * Tile.HEIGHT);
            }
        }

        void append(int level, Hash hash) {
            if (level > 0) {
                grown.add(new Grown(level, counts[level], hash));
            }
            var nodes = writable(level);
            nodes.append(hash);
            counts[level]++;
            if (nodes.full()) {
                full.put(new Tile(level, counts[level] / Tile.WIDTH - 1, Tile.WIDTH), nodes);
                tiles.set(level, TileNodes.empty());
                append(level + 1, nodes.at(Tile.HEIGHT, 0));
            }
        }

        private TileNodes writable(int level) {
            if (level == tiles.size()) {
                tiles.add(TileNodes.empty());
            } else if (!own[level]) {
                tiles.set(level, tiles.get(level).copy());
            }
            own[level] = true;
            return tiles.get(level);
        }
    }

    public long size() {
        return size;
    }

    /** The tree at its present size; smaller sizes can be had from {@link TreeView} with this as its source. */
    public TreeView view() {
        return new TreeView(size, this);
    }

    @Override
    public Hash node(int height, long index) {
        // A subtree as high as a tile is the top of that tile as well as a hash in the row of the next level: take the
        // row, which is kept; the tile may be far away.
        var level = height / Tile.HEIGHT;
        var within = height % Tile.HEIGHT;
        var tile = index >> (Tile.HEIGHT - within);
        var place = (int) (index - (tile << (Tile.HEIGHT - within)));
        return tile(level, tile).at(within, place);
    }

    private TileNodes tile(int level, long index) {
        if (level < edge.size() && index == size >> ((level + 1) * Tile.HEIGHT)) {
            return edge.get(level);
        }
        var whole = new Tile(level, index, Tile.WIDTH);
        var recent = completed.get(whole);
        return recent == null ? older.tile(whole) : recent;
    }

    /** The tiles that the last batch filled. */
    public Map<Tile, TileNodes> completed() {
        return Map.copyOf(completed);
    }
}
