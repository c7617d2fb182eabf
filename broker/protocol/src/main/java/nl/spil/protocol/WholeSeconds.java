package nl.spil.protocol;

import static java.time.temporal.ChronoUnit.SECONDS;

import java.time.Instant;

/** Moments travel as whole seconds since 1970, so a record that travels holds no finer ones. */
public final class WholeSeconds {
    private WholeSeconds() {}

    public static void check(Instant moment, String what) {
        if (!moment.equals(moment.truncatedTo(SECONDS)) || moment.isBefore(Instant.EPOCH)) {
            throw new IllegalArgumentException(what + " is a whole second since 1970");
        }
    }
}
