package nl.spil.e2e.demo;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Moments as a person in the Netherlands reads them. */
final class Clock {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneId.of("Europe/Amsterdam"));

    private Clock() {}

    static String time(Instant moment) {
        return TIME.format(moment);
    }
}
