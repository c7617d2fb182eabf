package nl.spil.ledger;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/** A writing that waits for the writer, and its caller with it. */
final class Pending {
    private enum State {
        WAITING,
        TAKEN,
        ABANDONED
    }

    private final Writing writing;
    private final List<Prepared> entries;
    private final CompletableFuture<Placed> outcome = new CompletableFuture<>();
    private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);

    private Pending(Writing writing, List<Prepared> entries) {
        this.writing = writing;
        this.entries = entries;
    }

    static Pending of(Writing writing) {
        return new Pending(writing, Prepared.of(writing));
    }

    Writing writing() {
        return writing;
    }

    List<Prepared> entries() {
        return entries;
    }

    /** Whether the caller still waits; from then on it is told what becomes of it. */
    boolean take() {
        return state.compareAndSet(State.WAITING, State.TAKEN);
    }

    void done(Placed placed) {
        outcome.complete(placed);
    }

    void failed(RuntimeException reason) {
        outcome.completeExceptionally(reason);
    }

    Placed await(Duration patience) {
        try {
            return outcome.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException reason ? reason : new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            throw LedgerUnavailable.because(given(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw LedgerUnavailable.because(given(), e);
        }
    }

    /** What was not yet taken is never written; of the rest it is not known. */
    private String given() {
        return state.compareAndSet(State.WAITING, State.ABANDONED)
                ? "not written in time"
                : "it is not known whether this was written";
    }
}
