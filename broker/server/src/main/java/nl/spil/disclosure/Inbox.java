package nl.spil.disclosure;

import java.time.Duration;
import java.util.List;
import nl.spil.protocol.Oin;

/** What waits for each recipient, for whoever looks now or is willing to wait a while. */
final class Inbox {
    /** How late what another node delivered may be noticed by someone who waits here. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(3);

    private final Disclosures disclosures;
    private final Arrivals arrivals;

    Inbox(Disclosures disclosures, Arrivals arrivals) {
        this.disclosures = disclosures;
        this.arrivals = arrivals;
    }

    /** Everything after this entry; when there is nothing, whatever comes first within the wait. */
    List<KeptDisclosure> after(long entry, Oin recipient, int limit, Duration wait) throws InterruptedException {
        var until = System.nanoTime() + wait.toNanos();
        while (true) {
            var arrival = arrivals.next(recipient);
            var found = disclosures.after(entry, recipient, limit);
            var left = Duration.ofNanos(until - System.nanoTime());
            if (!found.isEmpty() || !left.isPositive()) {
                return found;
            }
            Arrivals.await(arrival, left.compareTo(LOOK_AGAIN) < 0 ? left : LOOK_AGAIN);
        }
    }
}
