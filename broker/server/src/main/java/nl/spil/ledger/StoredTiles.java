package nl.spil.ledger;

import java.sql.SQLException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;
import nl.spil.protocol.proof.Tile;
import nl.spil.protocol.proof.TileNodes;
import nl.spil.protocol.proof.TileSource;

/** The tiles of the log as the database has them; full ones never change, so the last used are remembered. */
final class StoredTiles implements TileSource {
    private static final int REMEMBERED = 256;

    private final DataSource source;
    private final Map<Tile, TileNodes> full = Collections.synchronizedMap(new Recent());

    StoredTiles(DataSource source) {
        this.source = source;
    }

    @Override
    public TileNodes tile(Tile tile) {
        var known = full.get(tile);
        if (known != null) {
            return known;
        }
        var read = read(tile);
        if (tile.width() == Tile.WIDTH) {
            full.put(tile, read);
        }
        return read;
    }

    private TileNodes read(Tile tile) {
        try (var connection = source.getConnection()) {
            return Tiles.read(connection, tile);
        } catch (SQLException e) {
            throw LedgerUnavailable.because("the log cannot be read now", e);
        }
    }

    private static final class Recent extends LinkedHashMap<Tile, TileNodes> {
        private static final long serialVersionUID = 1L;

        Recent() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Tile, TileNodes> eldest) {
            return size() > REMEMBERED;
        }
    }
}
