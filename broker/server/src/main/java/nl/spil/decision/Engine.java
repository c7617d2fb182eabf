package nl.spil.decision;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * What evaluates one bundle. It may be retired while questions are under way: it ends when the last of them is answered,
 * and not before.
 */
final class Engine {
    private final PolicyDecisionPoint point;
    private final Runnable end;

    /** Its owner counts as one. */
    private final AtomicInteger users = new AtomicInteger(1);

    Engine(PolicyDecisionPoint point, Runnable end) {
        this.point = point;
        this.end = end;
    }

    /** Whether the caller may ask now; it leaves whatever happens. */
    boolean enter() {
        return users.getAndUpdate(now -> now == 0 ? 0 : now + 1) > 0;
    }

    Decision decide(Question question) {
        return point.decide(question);
    }

    void leave() {
        if (users.decrementAndGet() == 0) {
            end.run();
        }
    }

    /** By its owner, once: nobody enters any more after the last has left. */
    void retire() {
        leave();
    }
}
