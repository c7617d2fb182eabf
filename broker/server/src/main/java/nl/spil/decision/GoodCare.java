package nl.spil.decision;

import java.time.Instant;

/**
 * The weighing behind speaking without consent (Wgs 2.29(2)): never its texts, which stay with the provider.
 *
 * @param secondPerson whether a second professional of the provider agreed
 * @param answers how many of the six questions were answered
 */
public record GoodCare(boolean secondPerson, int answers, Instant judgedAt) {}
