package nl.spil.casefile;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * On which terms a partner is to be admitted.
 *
 * @param from absent for at once
 * @param until absent for as long as the case is open
 * @param incidental as a third party that takes part incidentally (Wgs 2.31(9))
 */
record Terms(@Nullable Instant from, @Nullable Instant until, boolean incidental) {
    Terms {
        if (from != null && until != null && !until.isAfter(from)) {
            throw new IllegalArgumentException("an admission ends after it begins");
        }
    }

    /** Whether a standing admission already says this. */
    boolean metBy(Admission standing) {
        return java.util.Objects.equals(until, standing.until()) && (from == null || !from.isAfter(standing.from()));
    }
}
