package nl.spil.e2e.bench;

import java.time.Duration;

/** Waiting, where being interrupted means that the measurement is over. */
final class Pause {
    private Pause() {}

    static void of(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
