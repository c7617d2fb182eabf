package nl.spil.e2e.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Optional;
import nl.spil.sdk.Collected;
import nl.spil.sdk.SpilPartner;

/** What verifying and opening a delivery costs a recipient. */
final class OpeningCost {
    private static final int WARM_UP = 300;
    private static final int MEASURED = 300;

    private OpeningCost() {}

    /** Collects through the sdk, so that everything a recipient does is in it; the time is of its own thread alone. */
    static Duration of(SpilPartner recipient) throws IOException {
        var clock = ManagementFactory.getThreadMXBean();
        Optional<String> place = Optional.empty();
        long nanos = 0;
        int done = 0;
        while (done < WARM_UP + MEASURED) {
            var inbox = recipient.inbox(place, Duration.ZERO);
            if (inbox.entries().isEmpty()) {
                throw new IOException("too few deliveries wait to measure their opening");
            }
            for (var entry : inbox.entries()) {
                long before = clock.getCurrentThreadCpuTime();
                if (!(recipient.collect(entry.id()) instanceof Collected.Opened)) {
                    throw new IOException("a delivery did not open");
                }
                done++;
                nanos += done > WARM_UP ? clock.getCurrentThreadCpuTime() - before : 0;
                if (done == WARM_UP + MEASURED) {
                    break;
                }
            }
            place = inbox.next();
        }
        return Duration.ofNanos(nanos / MEASURED);
    }
}
