package nl.spil.ledger;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The ledger cannot record now, so nothing may be released.
 *
 * <p>When the answer to a commit was lost the entries may stand after all: a caller retries with its own ids.
 */
public final class LedgerUnavailable extends RuntimeException {
    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    private final Duration retryAfter;

    private LedgerUnavailable(String reason, Duration retryAfter, @Nullable Throwable cause) {
        super(reason, cause);
        this.retryAfter = retryAfter;
    }

    static LedgerUnavailable because(String reason, @Nullable Throwable cause) {
        return new LedgerUnavailable(reason, A_MOMENT, cause);
    }

    /** When it is worth trying again. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
