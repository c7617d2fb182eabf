package nl.spil.decision;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A professional's judgment that sharing is necessary, proportionate and the lightest means; policy never computes it.
 *
 * @param judgedBy pseudonymous employee id
 * @param judgedAt absent when not stated; a judgment without a moment is no fresh one
 */
public record Necessity(
        boolean necessity,
        boolean proportionality,
        boolean subsidiarity,
        @Nullable String judgedBy,
        @Nullable Instant judgedAt) {}
