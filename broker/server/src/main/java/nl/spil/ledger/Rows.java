package nl.spil.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The ledger's transaction as a {@link Work} may use it: rows go in, and only the ledger can commit.
 *
 * <p>Values may be String, Integer, Long, Boolean, UUID, byte[], Instant, String[], an enum (as its name), or null.
 */
public final class Rows {
    private final Connection transaction;
    private final List<Inserts> waiting = new ArrayList<>();
    private int lastOfThisWork;

    Rows(Connection transaction) {
        this.transaction = transaction;
    }

    /** Equal statements of several works, to be sent together. */
    private record Inserts(String sql, PreparedStatement statement) {}

    /** From now on another writing's work asks. */
    void nextWork() {
        lastOfThisWork = 0;
    }

    /**
     * Adds one new row. Equal statements of all writings in a transaction travel together; the order within one work
     * is kept.
     *
     * @param sql one INSERT with a question mark per value
     */
    public void insert(String sql, @Nullable Object... values) throws SQLException {
        var at = place(sql);
        if (at < lastOfThisWork) {
            flush();
            at = place(sql);
        }
        lastOfThisWork = at;
        var statement = waiting.get(at).statement();
        bind(statement, values);
        statement.addBatch();
    }

    private int place(String sql) throws SQLException {
        for (var i = 0; i < waiting.size(); i++) {
            if (waiting.get(i).sql().equals(sql)) {
                return i;
            }
        }
        waiting.add(new Inserts(sql, transaction.prepareStatement(sql)));
        return waiting.size() - 1;
    }

    /**
     * Runs one statement now, after all inserts that were asked for before it.
     *
     * @return the number of rows it changed; a work that needs another number throws
     */
    public int change(String sql, @Nullable Object... values) throws SQLException {
        flush();
        try (var statement = transaction.prepareStatement(sql)) {
            bind(statement, values);
            return statement.executeUpdate();
        }
    }

    void flush() throws SQLException {
        lastOfThisWork = 0;
        for (var inserts : waiting) {
            try (var statement = inserts.statement()) {
                statement.executeBatch();
            }
        }
        waiting.clear();
    }

    private void bind(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (var i = 0; i < values.length; i++) {
            switch (values[i]) {
                case null -> statement.setNull(i + 1, Types.NULL);
                case Instant moment -> statement.setObject(i + 1, moment.atOffset(ZoneOffset.UTC));
                case Enum<?> name -> statement.setString(i + 1, name.name());
                case String[] texts -> statement.setArray(i + 1, transaction.createArrayOf("text", texts));
                case Object value -> statement.setObject(i + 1, value);
            }
        }
    }
}
