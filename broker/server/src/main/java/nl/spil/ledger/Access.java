package nl.spil.ledger;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import nl.spil.protocol.proof.GrowingTree;
import nl.spil.protocol.proof.TileSource;

/**
 * How the one writer gets at the log, at the start and after every failure: alone, and only at a log that continues what
 * was published.
 */
final class Access {
    private final LedgerSessions source;
    private final LogKeys keys;
    private final Published published;
    private final TileSource older;
    private final InstantSource clock;

    Access(LedgerSessions source, LogKeys keys, Published published, TileSource older, InstantSource clock) {
        this.source = source;
        this.keys = keys;
        this.published = published;
        this.older = older;
        this.clock = clock;
    }

    /** A session that may write, and the head from which it goes on. */
    record Opened(Session session, Head head) {}

    /**
     * Opens the log.
     *
     * @param former the server process of this broker's session before, or 0
     */
    Opened open(int former) throws SQLException, IOException {
        var session = Session.open(source, former);
        try {
            var head = head(session.connection());
            session.connection().commit();
            published.keep(head);
            return new Opened(session, head);
        } catch (SQLException | IOException | RuntimeException e) {
            session.abandon();
            throw e;
        }
    }

    private Head head(Connection connection) throws SQLException {
        var reader = new HeadReader(connection, keys.key());
        if (reader.isNew() && published.last().size() == 0) {
            begin(connection);
        }
        var head = reader.continuing(published.last());
        var tree = head.tree().withOlder(older);
        return new Head(
                head.number(), tree, tree.view(), head.checkpoint(), head.note(), head.lastTime(), head.lastingTime());
    }

    private void begin(Connection connection) throws SQLException {
        var empty = new Signing(keys).genesis(GrowingTree.resume(0, older), clock.instant());
        try (var statement =
                connection.prepareStatement("insert into log_checkpoint (number, size, note) values (?, ?, ?)")) {
            statement.setLong(1, empty.number());
            statement.setLong(2, empty.size());
            statement.setString(3, empty.note());
            statement.executeUpdate();
        }
    }
}
