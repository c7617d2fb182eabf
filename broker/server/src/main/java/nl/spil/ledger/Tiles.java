package nl.spil.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import nl.spil.protocol.proof.Hash;
import nl.spil.protocol.proof.Tile;
import nl.spil.protocol.proof.TileNodes;

/** Reads tiles of hashes from their rows. */
final class Tiles {
    private static final String LEAVES = "select hash from log_entry where index >= ? and index < ? order by index";
    private static final String NODES =
            "select hash from log_node where index >= ? and index < ? and level = ? order by index";

    private Tiles() {}

    /** Throws {@link LogRefused} when rows are missing: nothing may be proved from what is left. */
    static TileNodes read(Connection connection, Tile tile) throws SQLException {
        var row = new ArrayList<Hash>(tile.width());
        try (var statement = connection.prepareStatement(tile.level() == 0 ? LEAVES : NODES)) {
            statement.setLong(1, tile.first());
            statement.setLong(2, tile.first() + tile.width());
            if (tile.level() > 0) {
                statement.setInt(3, tile.level());
            }
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    row.add(Hash.of(rows.getBytes(1)));
                }
            }
        }
        if (row.size() != tile.width()) {
            throw new LogRefused("hashes of the log are missing at level " + tile.level() + ", tile " + tile.index());
        }
        return TileNodes.of(row);
    }
}
