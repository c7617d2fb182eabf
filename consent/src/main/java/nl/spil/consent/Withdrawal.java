package nl.spil.consent;

import java.time.Instant;

/**
 * The data subject took a consent back.
 *
 * @param entry where that was recorded
 */
public record Withdrawal(Instant at, long entry) {}
