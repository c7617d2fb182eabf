package nl.spil.protocol;

import java.time.Instant;

/** Moments travel as whole seconds since 1970, so a record that travels holds no finer ones. */
final class WholeSeconds {
    private WholeSeconds() {}

    static void check(Instant moment, String what) {
        if (moment.getNano() != 0 || moment.getEpochSecond() < 0) {
            throw new IllegalArgumentException(what + " is a whole second since 1970");
        }
    }
}
