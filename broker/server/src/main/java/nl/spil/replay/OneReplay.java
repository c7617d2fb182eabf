package nl.spil.replay;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** That no two replays run at once: each would only slow the other down, and the decisions that wait for the processors. */
final class OneReplay {
    private final AtomicReference<@Nullable Running> now = new AtomicReference<>();

    /** Takes the place; empty when another has it. Whoever gets it ends it, whatever happens. */
    Optional<Running> begin() {
        var own = new Running(UUID.randomUUID());
        return now.compareAndSet(null, own) ? Optional.of(own) : Optional.empty();
    }

    /** The one that runs. */
    Optional<Running> now() {
        return Optional.ofNullable(now.get());
    }

    void end(Running own) {
        now.compareAndSet(own, null);
        own.end();
    }
}
