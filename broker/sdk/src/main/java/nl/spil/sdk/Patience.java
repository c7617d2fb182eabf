package nl.spil.sdk;

import java.time.Duration;

/**
 * How long to keep trying when the broker is away or a reply got lost.
 *
 * @param attempts how often one call is tried at most
 * @param longest how long to wait between two attempts at most, also when the broker asks for more
 */
public record Patience(int attempts, Duration longest) {
    private static final Duration FIRST = Duration.ofMillis(200);

    public Patience {
        if (attempts < 1 || longest.isNegative()) {
            throw new IllegalArgumentException("patience is at least one attempt");
        }
    }

    /** Six attempts within about a minute. */
    public static Patience usual() {
        return new Patience(6, Duration.ofSeconds(20));
    }

    /** How long to wait after an attempt that failed, when the broker does not say: twice as long each time. */
    Duration after(int attempt) {
        var wait = FIRST.multipliedBy(1L << Math.min(attempt, 16));
        return atMostLongest(wait);
    }

    Duration atMostLongest(Duration wait) {
        return wait.compareTo(longest) > 0 ? longest : wait;
    }
}
