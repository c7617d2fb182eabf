package nl.spil.decision;

import java.util.List;

/** The one thing this module asks of the application: record that these rules are used from now on. */
@FunctionalInterface
public interface ActivationRecorder {
    /** Makes the activation durable together with its row, or neither. */
    void record(Activation activation, RowAt row);

    /** The row that belongs to it, once it is known where it is recorded. */
    @FunctionalInterface
    interface RowAt {
        List<Object> values(long entry);
    }

    /** The statement for the row. */
    String INSERT = """
            insert into policy_activation (revision, digest, signed_by, signature, activated_at, entry)
            values (?, ?, ?, ?, ?, ?)""";
}
