package nl.spil.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import nl.spil.protocol.proof.StoredLog;

/** The log as the database has it, read row by row in one transaction, for a whole-log audit. */
final class PostgresStoredLog implements StoredLog, AutoCloseable {
    private static final int ROWS_AT_A_TIME = 1000;

    private final Connection connection;
    private final List<String> keptElsewhere;
    private final List<PreparedStatement> open = new ArrayList<>();

    /** Takes over the session and ends it. */
    PostgresStoredLog(Connection connection, List<String> keptElsewhere) throws SQLException {
        this.connection = connection;
        this.keptElsewhere = List.copyOf(keptElsewhere);
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setReadOnly(true);
    }

    @Override
    public Iterator<Entry> entries() {
        return rows(
                """
                select index, leaf, hash, salt, record, question
                from log_entry full join log_record using (index) full join log_question using (index) order by index
                """,
                row -> new Entry(
                        row.getLong("index"),
                        row.getBytes("leaf"),
                        row.getBytes("hash"),
                        row.getBytes("salt"),
                        row.getBytes("record"),
                        row.getBytes("question")));
    }

    @Override
    public Iterator<Node> nodes() {
        return rows("""
                select level, index, hash from log_node
                order by case when level < 7 then (index + 1) << (8 * level) end nulls last, level
                """, row -> new Node(row.getInt("level"), row.getLong("index"), row.getBytes("hash")));
    }

    @Override
    public Iterator<Signed> checkpoints() {
        return rows(
                "select number, size, note from log_checkpoint order by number",
                row -> new Signed(row.getLong("number"), row.getLong("size"), row.getString("note")));
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
            var statement = connection.prepareStatement(sql);
            open.add(statement);
            statement.setFetchSize(ROWS_AT_A_TIME);
            var rows = statement.executeQuery();
            return new Rows<>(rows, reading, rows.next());
        } catch (SQLException e) {
            throw LedgerUnavailable.because("the log cannot be read now", e);
        }
    }

    private static final class Rows<T> implements Iterator<T> {
        private final ResultSet rows;
        private final Reading<T> reading;
        private boolean more;

        Rows(ResultSet rows, Reading<T> reading, boolean more) {
            this.rows = rows;
            this.reading = reading;
            this.more = more;
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
                throw LedgerUnavailable.because("the log cannot be read now", e);
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
