package nl.spil.protocol.proof;

/** Where tiles are kept. */
@FunctionalInterface
public interface TileSource {
    /** The hashes of a tile that the log has; throws when it does not. */
    TileNodes tile(Tile tile);
}
