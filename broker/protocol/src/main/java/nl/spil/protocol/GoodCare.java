package nl.spil.protocol;

import java.time.Instant;

/**
 * What a provider did before breaking secrecy as a good care provider: the questions answered, a second person heard.
 *
 * @param answers how many of the questions of the reporting code were answered
 */
public record GoodCare(boolean secondPerson, int answers, Instant judgedAt) {
    public GoodCare {
        WholeSeconds.check(judgedAt, "the moment of judgment");
        if (answers < 0) {
            throw new IllegalArgumentException("a number of answers is not negative");
        }
    }
}
