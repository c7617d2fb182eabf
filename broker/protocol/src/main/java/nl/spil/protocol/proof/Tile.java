package nl.spil.protocol.proof;

import java.util.regex.Pattern;

/**
 * Names a run of up to 256 neighbouring hashes of the tree, as clients fetch it (c2sp.org/tlog-tiles).
 *
 * @param level 0 for leaf hashes; each level stands 8 tree levels above the one before
 * @param index the place of the tile within its level
 * @param width 256, or fewer for the last tile of a level
 */
public record Tile(int level, long index, int width) {
    public static final int HEIGHT = 8;
    public static final int WIDTH = 256;

    private static final Pattern PATH = Pattern.compile("((?:x[0-9]{3}/){0,5}[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

    public Tile {
        if (level < 0 || level > 63 || index < 0 || width < 1 || width > WIDTH) {
            throw new IllegalArgumentException("no such tile");
        }
    }

    /** Reads what follows the level in a URL, like `x001/x234/067.p/12`; refuses any other spelling. */
    public static Tile parse(int level, String path) {
        var found = PATH.matcher(path);
        if (!found.matches()) {
            throw new IllegalArgumentException("a tile is named by groups of three digits");
        }
        var index = Long.parseLong(found.group(1).replace("x", "").replace("/", ""));
        var width = found.group(2) == null ? WIDTH : Integer.parseInt(found.group(2));
        var tile = new Tile(level, index, width);
        if (!tile.path().equals(path)) {
            throw new IllegalArgumentException("a tile has one name");
        }
        return tile;
    }

    /** The name within its level. */
    public String path() {
        var path = "%03d".formatted(index % 1000);
        for (var rest = index / 1000; rest > 0; rest /= 1000) {
            path = "x%03d/".formatted(rest % 1000) + path;
        }
        return width == WIDTH ? path : path + ".p/" + width;
    }

    /** Whether a log of this size has the tile, whole. */
    public boolean existsIn(long size) {
        var hashes = level * HEIGHT >= Long.SIZE - 1 ? 0 : size >> (level * HEIGHT);
        return index <= (Long.MAX_VALUE >> HEIGHT) - 1 && index * WIDTH + width <= hashes;
    }

    /** The place of its first hash within the level. */
    public long first() {
        return index * WIDTH;
    }
}
