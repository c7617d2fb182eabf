package nl.spil.consent;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The one thing the register asks of the application: record this change. */
@FunctionalInterface
public interface ChangeRecorder {

    /**
     * Makes the change durable together with its rows, or neither.
     *
     * @return where it was recorded
     * @throws AlreadyRecorded when rows with the same key stand already
     */
    long record(ConsentChange change, RowsAt rows);

    /** The rows of a change, once it is known where the change is recorded. */
    @FunctionalInterface
    interface RowsAt {
        List<Row> of(long entry);
    }

    /** One row to add: an INSERT with a question mark per value. */
    record Row(String sql, List<@Nullable Object> values) {}

    /** Somebody recorded the same change a moment earlier. */
    final class AlreadyRecorded extends RuntimeException {
        public AlreadyRecorded(Throwable cause) {
            super("this change stands already", cause);
        }
    }
}
