package nl.spil.ledger;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The ledger's transaction as a {@link Work} may use it: rows go in, and only the ledger can commit.
 *
 * <p>Values may be String, Integer, Long, Boolean, UUID, byte[], Instant, String[], an enum (as its name), or null.
 */
@SuppressWarnings("DoNotCallSuggester")
public final class Rows {
    Rows() {}

    /**
     * Adds one new row. Equal statements of one batch travel together, so a row must not depend on another insert of
     * the same batch other than one this work asked for earlier.
     *
     * @param sql one INSERT with a question mark per value
     */
    public void insert(String sql, @Nullable Object... values) throws SQLException {
        throw new UnsupportedOperationException();
    }

    /**
     * Runs one statement now, after all inserts that were asked for before it.
     *
     * @return the number of rows it changed; a work that needs another number throws
     */
    public int change(String sql, @Nullable Object... values) throws SQLException {
        throw new UnsupportedOperationException();
    }
}
