package nl.spil.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import nl.spil.protocol.Sha256;

/**
 * Remembers which one-time messages were used, for as long as their own dates would let them be used again.
 *
 * <p>The memory is this node's and is lost when it stops. So for as long as a message of before the start could still
 * be valid, messages of before the start are not accepted.
 */
final class SeenOnce {
    private static final int MOST = 500_000;
    private static final Duration SWEEP = Duration.ofSeconds(10);

    /** What became of a message. */
    enum Use {
        FIRST,
        REPLAYED,
        FROM_BEFORE_THE_START,
        /** There is no room to remember more; accepting without remembering would open the door to replays. */
        OVERLOADED
    }

    private record Name(long high, long low) {}

    private final Duration life;
    private final Instant born;
    private final LongSupplier elapsed;
    private final long start;
    private final ConcurrentHashMap<Name, Long> until = new ConcurrentHashMap<>();
    private final AtomicLong nextSweep;

    /**
     * @param life how long after its issue a message is accepted at most, both clocks' difference included
     * @param elapsed nanoseconds of a clock that is never set back
     */
    SeenOnce(Duration life, Instant now, LongSupplier elapsed) {
        this.life = life;
        this.born = Instant.ofEpochSecond(now.getEpochSecond());
        this.elapsed = elapsed;
        this.start = elapsed.getAsLong();
        this.nextSweep = new AtomicLong(start + SWEEP.toNanos());
    }

    /** Notes the use of the message that this sender gave this id. */
    Use use(String sender, String id, Instant issuedAt) {
        var now = elapsed.getAsLong();
        if (issuedAt.isBefore(born) && now - start < life.toNanos()) {
            return Use.FROM_BEFORE_THE_START;
        }
        sweep(now);
        if (until.size() >= MOST) {
            return Use.OVERLOADED;
        }
        // A message may come from a clock that runs ahead, so it is remembered for twice its life.
        var earlier = until.putIfAbsent(name(sender, id), now + 2 * life.toNanos());
        return earlier == null ? Use.FIRST : Use.REPLAYED;
    }

    private void sweep(long now) {
        var due = nextSweep.get();
        if (now - due >= 0 && nextSweep.compareAndSet(due, now + SWEEP.toNanos())) {
            until.values().removeIf(end -> end - now < 0);
        }
    }

    private static Name name(String sender, String id) {
        var digest = ByteBuffer.wrap(Sha256.digest((sender + '\0' + id).getBytes(UTF_8)));
        return new Name(digest.getLong(), digest.getLong());
    }
}
