package nl.spil.decision;

import java.util.List;

/** What this module asks of the application: record that these rules are used from now on, and count how often. */
public interface ActivationRecorder {

    /** The version of the policy's facts: moves on with every activation, on whichever node. */
    long version();

    /**
     * Makes the activation durable together with its rows, or nothing of it. From then on no decision commits that was
     * made by other rules.
     *
     * @param readAt the facts version of the policy at which it was found that these rules may be used
     * @return the entry
     */
    long record(Activation activation, long readAt, Mandate mandate, RowsAt rows);

    /** The rows that belong to it, once it is known where it is recorded. */
    @FunctionalInterface
    interface RowsAt {
        List<Row> of(long entry);
    }

    /** One row of a register of this module. */
    record Row(String sql, List<Object> values) {}

    /** Other rules were activated in the meantime; nothing was recorded. */
    final class Overtaken extends RuntimeException {
        public Overtaken(Throwable cause) {
            super("other rules were activated meanwhile", cause);
        }
    }
}
