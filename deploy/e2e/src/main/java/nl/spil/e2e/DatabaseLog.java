package nl.spil.e2e;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import nl.spil.protocol.proof.StoredLog;

/**
 * The log as it lies in the database of a data folder, read with an administrator's eyes and believed in nothing: for an
 * audit beside the broker, also while the broker is dead.
 */
public final class DatabaseLog implements StoredLog, AutoCloseable {
    private static final int PORTION = 1000;

    private final Connection connection;
    private final List<String> keptElsewhere;
    private final List<Statement> open = new ArrayList<>();

    /** The log as it is at this moment, to be measured also by checkpoints that others kept. */
    public DatabaseLog(EmbeddedDatabase database, List<String> keptElsewhere) throws SQLException {
        this.connection = database.asOwner();
        this.keptElsewhere = List.copyOf(keptElsewhere);
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setReadOnly(true);
    }

    @Override
    public Iterator<Entry> entries() {
        return rows(
                "select index, leaf, hash, salt, record, question from log_entry full join log_record using (index)"
                        + " full join log_question using (index) order by index",
                row -> new Entry(
                        row.getLong(1),
                        row.getBytes(2),
                        row.getBytes(3),
                        row.getBytes(4),
                        row.getBytes(5),
                        row.getBytes(6)));
    }

    @Override
    public Iterator<Node> nodes() {
        return rows(
                "select level, index, hash from log_node"
                        + " order by case when level < 7 then (index + 1) << (8 * level) end nulls last, level",
                row -> new Node(row.getInt(1), row.getLong(2), row.getBytes(3)));
    }

    @Override
    public Iterator<Signed> checkpoints() {
        return rows(
                "select number, size, note from log_checkpoint order by number",
                row -> new Signed(row.getLong(1), row.getLong(2), row.getString(3)));
    }

    @Override
    public boolean keepsEveryCheckpoint() {
        return true;
    }

    @Override
    public List<String> keptElsewhere() {
        return keptElsewhere;
    }

    private interface Reading<T> {
        T from(ResultSet row) throws SQLException;
    }

    private <T> Iterator<T> rows(String sql, Reading<T> reading) {
        try {
            var statement = connection.createStatement();
            open.add(statement);
            statement.setFetchSize(PORTION);
            var rows = statement.executeQuery(sql);
            return new Portions<>(rows, reading);
        } catch (SQLException e) {
            throw new IllegalStateException("the log cannot be read", e);
        }
    }

    private static final class Portions<T> implements Iterator<T> {
        private final ResultSet rows;
        private final Reading<T> reading;
        private boolean more;

        private Portions(ResultSet rows, Reading<T> reading) throws SQLException {
            this.rows = rows;
            this.reading = reading;
            this.more = rows.next();
        }

        @Override
        public boolean hasNext() {
            return more;
        }

        @Override
        public T next() {
            if (!more) {
                throw new NoSuchElementException();
            }
            try {
                var one = reading.from(rows);
                more = rows.next();
                return one;
            } catch (SQLException e) {
                throw new IllegalStateException("the log cannot be read", e);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        for (var statement : open) {
            statement.close();
        }
        connection.close();
    }
}
