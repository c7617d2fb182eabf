package nl.spil.sdk;

import java.time.Duration;

/** Waits between two attempts; the one place where the sdk sleeps, so that tests need not. */
interface Pause {
    void wait(Duration duration) throws InterruptedException;
}
