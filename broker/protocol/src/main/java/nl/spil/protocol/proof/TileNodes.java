package nl.spil.protocol.proof;

import java.util.Arrays;
import java.util.List;

/** All hashes of complete subtrees inside one tile, worked out once; not changed after it is shared. */
public final class TileNodes {
    private static final int COUNT = 2 * Tile.WIDTH - 1;

    private final byte[] hashes;
    private int width;

    private TileNodes(byte[] hashes, int width) {
        this.hashes = hashes;
        this.width = width;
    }

    static TileNodes empty() {
        return new TileNodes(new byte[COUNT * Hash.LENGTH], 0);
    }

    /** The tile with these hashes as its lowest row. */
    public static TileNodes of(List<Hash> row) {
        var nodes = empty();
        row.forEach(nodes::append);
        return nodes;
    }

    TileNodes copy() {
        return new TileNodes(hashes.clone(), width);
    }

    void append(Hash hash) {
        if (full()) {
            throw new IllegalStateException("the tile is full");
        }
        put(0, width, hash);
        for (var height = 1; height <= Tile.HEIGHT && ((width + 1) & ((1 << height) - 1)) == 0; height++) {
            var at = width >> height;
            put(height, at, Merkle.node(get(height - 1, 2 * at), get(height - 1, 2 * at + 1)));
        }
        width++;
    }

    int width() {
        return width;
    }

    boolean full() {
        return width == Tile.WIDTH;
    }

    /** The lowest row as it is served: the hashes one after the other. */
    public byte[] row() {
        return Arrays.copyOf(hashes, width * Hash.LENGTH);
    }

    /** The hash of the subtree of this height at this place within the tile. */
    public Hash at(int height, int index) {
        if ((index + 1) << height > width) {
            throw new IllegalArgumentException("the tile does not hold this subtree");
        }
        return get(height, index);
    }

    private Hash get(int height, int index) {
        var from = place(height, index);
        return Hash.of(Arrays.copyOfRange(hashes, from, from + Hash.LENGTH));
    }

    private void put(int height, int index, Hash hash) {
        System.arraycopy(hash.bytes(), 0, hashes, place(height, index), Hash.LENGTH);
    }

    private static int place(int height, int index) {
        return (2 * Tile.WIDTH - ((2 * Tile.WIDTH) >> height) + index) * Hash.LENGTH;
    }
}
