package nl.spil.decision;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** Stops an evaluation that takes too long, so that a rule gone wrong costs one answer and not the broker. */
final class Watch implements AutoCloseable {
    private final Duration longest;
    private final Set<Evaluation> running = ConcurrentHashMap.newKeySet();
    private final Thread watcher;

    Watch(Duration longest) {
        this.longest = longest;
        this.watcher = Thread.ofPlatform().daemon().name("spil-policy-watch").start(this::look);
    }

    /** Begins an evaluation on this thread; it must be ended whatever happens. */
    Evaluation begin() {
        var evaluation = new Evaluation(Thread.currentThread(), System.nanoTime() + longest.toNanos());
        running.add(evaluation);
        return evaluation;
    }

    private void look() {
        try {
            while (true) {
                Thread.sleep(longest.dividedBy(10));
                running.forEach(Evaluation::stopIfLate);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        watcher.interrupt();
    }

    /** One evaluation; whoever sets {@code over} first, the thread itself or the watcher, decides how it ended. */
    final class Evaluation {
        private final Thread thread;
        private final long deadline;
        private final AtomicBoolean over = new AtomicBoolean();

        private Evaluation(Thread thread, long deadline) {
            this.thread = thread;
            this.deadline = deadline;
        }

        private void stopIfLate() {
            if (System.nanoTime() - deadline > 0 && over.compareAndSet(false, true)) {
                thread.interrupt();
            }
        }

        /** Ends it; false when it was stopped. The interruption is then taken away again: it was meant for this only. */
        boolean endedInTime() {
            running.remove(this);
            if (over.compareAndSet(false, true)) {
                return true;
            }
            while (!Thread.interrupted()) {
                Thread.onSpinWait();
            }
            return false;
        }
    }
}
