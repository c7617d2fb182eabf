package nl.spil.replay;

import java.time.Instant;
import nl.spil.ledger.Ledger;
import org.jspecify.annotations.Nullable;

/**
 * Which part of the log is replayed.
 *
 * @param since the first moment; from the beginning when absent
 * @param until the moment it ends before; up to now when absent
 * @param from the first entry
 * @param to the entry it ends before
 */
record Stretch(@Nullable Instant since, @Nullable Instant until, long from, long to) {
    static Stretch of(Ledger ledger, @Nullable Instant since, @Nullable Instant until) {
        var from = since == null ? 0 : ledger.firstAt(since);
        var to = until == null ? ledger.size() : ledger.firstAt(until);
        return new Stretch(since, until, from, Math.max(from, to));
    }

    long length() {
        return to - from;
    }
}
