package nl.spil.disclosure;

import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import nl.spil.protocol.Oin;

/** Wakes recipients that wait for something to arrive; says that it did, never what. */
final class Arrivals {
    private final ConcurrentHashMap<Oin, CompletableFuture<Void>> awaited = new ConcurrentHashMap<>();

    /** To be taken before looking, so that what arrives while looking is not missed. */
    CompletableFuture<Void> next(Oin recipient) {
        return awaited.computeIfAbsent(recipient, _ -> new CompletableFuture<>());
    }

    void tell(Collection<Oin> recipients) {
        for (var recipient : recipients) {
            var waiting = awaited.remove(recipient);
            if (waiting != null) {
                waiting.complete(null);
            }
        }
    }

    /** Returns at the arrival, or when it is time to look anyway. */
    static void await(CompletableFuture<Void> arrival, Duration patience) throws InterruptedException {
        try {
            arrival.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException _) {
            // Another node may have delivered; the caller looks again.
        } catch (ExecutionException e) {
            throw new IllegalStateException("an arrival never fails", e);
        }
    }
}
