package nl.spil.ledger;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The database refused the rows of one writing; nothing of it was recorded, other writings were. */
public final class WorkFailed extends RuntimeException {
    private static final String UNIQUE_VIOLATION = "23505";

    WorkFailed(SQLException cause) {
        super("the rows of this writing were refused", cause);
    }

    /** Whether a row with the same key stands already, as when two retries of one sending race. */
    public boolean duplicate() {
        return UNIQUE_VIOLATION.equals(sqlState());
    }

    private @Nullable String sqlState() {
        return getCause() instanceof SQLException refused ? refused.getSQLState() : null;
    }
}
