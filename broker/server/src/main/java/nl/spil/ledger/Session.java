package nl.spil.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one database session that may write the log: it holds the lock, and everything it asks ends within a second.
 *
 * <p>The lock lives as long as the session, and the transactions run in that same session; so whoever loses the one
 * can no longer commit the other.
 */
final class Session {
    private static final Logger LOG = LoggerFactory.getLogger(Session.class);

    static final Duration PATIENCE = Duration.ofMillis(800);
    /** "spil log" in ASCII. */
    private static final long LOCK = 0x7370696c206c6f67L;

    private final Connection connection;
    private final int backend;
    private final long epoch;

    private Session(Connection connection, int backend, long epoch) {
        this.connection = connection;
        this.backend = backend;
        this.epoch = epoch;
    }

    /**
     * Takes the log; a session of this broker that the database has not yet seen end is ended first.
     *
     * @param former the process that served this broker before, or 0
     */
    static Session open(LedgerSessions source, int former) throws SQLException {
        var connection = source.open();
        try {
            connection.setNetworkTimeout(Runnable::run, Math.toIntExact(PATIENCE.toMillis()));
            connection.setAutoCommit(true);
            limit(connection);
            var backend = number(connection, "select pg_backend_pid()");
            lock(connection, former);
            var epoch = number(connection, "update log_lease set epoch = epoch + 1 returning epoch");
            connection.setAutoCommit(false);
            return new Session(connection, Math.toIntExact(backend), epoch);
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private static void limit(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("set statement_timeout = 700");
            statement.execute("set lock_timeout = 500");
            statement.execute("set idle_in_transaction_session_timeout = 5000");
            // What is acknowledged must survive a power cut, whatever the server's own setting.
            statement.execute("set synchronous_commit = on");
        }
    }

    private static void lock(Connection connection, int former) throws SQLException {
        if (!flag(connection, "select pg_try_advisory_lock(" + LOCK + ")")) {
            if (former != 0) {
                flag(connection, "select pg_terminate_backend(" + former + ")");
            }
            throw LogRefused.taken();
        }
    }

    Connection connection() {
        return connection;
    }

    int backend() {
        return backend;
    }

    long epoch() {
        return epoch;
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static boolean flag(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getBoolean(1);
        }
    }

    /** Fails when the database is no longer there. */
    void check() throws SQLException {
        number(connection, "select 1");
        connection.commit();
    }

    /** Whether this very checkpoint was committed. */
    boolean holds(Head head) throws SQLException {
        try (var statement = connection.prepareStatement("select note from log_checkpoint where number = ?")) {
            statement.setLong(1, head.number());
            try (var rows = statement.executeQuery()) {
                return rows.next() && rows.getString(1).equals(head.note());
            }
        } finally {
            connection.commit();
        }
    }

    /** Ends the session; one that is broken already needs no more words. */
    void abandon() {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.debug("a broken session did not end in order", e);
        }
    }
}
