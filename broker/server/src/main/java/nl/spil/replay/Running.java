package nl.spil.replay;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** The one replay that is under way, and how far it is. */
final class Running {
    private final UUID id;
    private final AtomicLong done = new AtomicLong();
    private final CountDownLatch over = new CountDownLatch(1);

    Running(UUID id) {
        this.id = id;
    }

    UUID id() {
        return id;
    }

    long done() {
        return done.get();
    }

    void at(long entries) {
        done.set(entries);
    }

    void end() {
        over.countDown();
    }

    void await(Duration longest) throws InterruptedException {
        // Whether it ended is asked afterwards, where it is kept.
        var _ = over.await(longest.toNanos(), TimeUnit.NANOSECONDS);
    }
}
