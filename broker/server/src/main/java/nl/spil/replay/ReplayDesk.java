package nl.spil.replay;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import nl.spil.decision.BundleArchive;
import nl.spil.decision.PolicyBundles;
import nl.spil.decision.PolicyVersion;
import nl.spil.decision.Rehearsal;
import nl.spil.ledger.Ledger;
import nl.spil.protocol.Oin;
import nl.spil.replay.KeptReplay.State;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Replays past decisions with other rules, in the background and one replay at a time. It only reads; what it read is on
 * record. A replay does not survive the broker: it ends as failed, and says so.
 */
final class ReplayDesk implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ReplayDesk.class);

    private final Ledger ledger;
    private final PolicyBundles bundles;
    private final Replays replays;
    private final InstantSource clock;
    private final int judges = Math.max(2, Runtime.getRuntime().availableProcessors());
    private final OneReplay one;
    private volatile @Nullable Thread thread;

    ReplayDesk(Ledger ledger, PolicyBundles bundles, Replays replays, OneReplay one, InstantSource clock) {
        this.ledger = ledger;
        this.bundles = bundles;
        this.replays = replays;
        this.one = one;
        this.clock = clock;
        replays.endInterrupted(now());
    }

    /** How a replay stands. */
    record Standing(KeptReplay replay, long done) {}

    /** Begins a replay; empty when another is still running. */
    Optional<Standing> begin(BundleArchive candidate, @Nullable Instant since, @Nullable Instant until, Oin askedBy) {
        var stretch = Stretch.of(ledger, since, until);
        return one.begin().map(own -> begin(candidate, stretch, askedBy, own));
    }

    private Standing begin(BundleArchive candidate, Stretch stretch, Oin askedBy, Running own) {
        try {
            ledger.recordReading(askedBy, stretch.from(), stretch.to());
            var replay = new KeptReplay(
                    own.id(),
                    candidate.version(),
                    bundles.version(),
                    stretch,
                    askedBy.value(),
                    now(),
                    State.RUNNING,
                    null,
                    null,
                    null);
            replays.begin(replay);
            thread = Thread.ofPlatform().daemon().name("spil-replay").start(() -> run(replay, candidate, own));
            return new Standing(replay, 0);
        } catch (RuntimeException notBegun) {
            one.end(own);
            throw notBegun;
        }
    }

    /** How a replay stands, at the latest after this long when it is still running. */
    Optional<Standing> standing(UUID id, Duration longest) throws InterruptedException {
        var running = one.now().filter(now -> now.id().equals(id));
        if (running.isPresent()) {
            running.get().await(longest);
        }
        return replays.find(id).map(replay -> new Standing(replay, done(replay, running)));
    }

    private static long done(KeptReplay replay, Optional<Running> running) {
        return replay.state() == State.RUNNING
                ? running.map(Running::done).orElse(0L)
                : replay.stretch().length();
    }

    Optional<byte[]> report(UUID id) {
        return replays.report(id);
    }

    private void run(KeptReplay replay, BundleArchive candidate, Running own) {
        try {
            replays.done(replay.id(), report(replay, candidate, own), now());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            LOG.warn("the replay of revision {} was stopped", replay.candidate().revision());
        } catch (RuntimeException failed) {
            LOG.error("the replay of revision {} failed", replay.candidate().revision(), failed);
            replays.failed(replay.id(), "failed", now());
        } finally {
            one.end(own);
        }
    }

    private byte[] report(KeptReplay replay, BundleArchive candidate, Running own) throws InterruptedException {
        var rulesInUse = new Lazily<>(() -> rehearsal(replay.inUse()));
        try (var rules = Rehearsal.of(candidate, judges);
                var threads = Executors.newFixedThreadPool(
                        judges,
                        Thread.ofPlatform().daemon().name("spil-replay-", 1).factory())) {
            var rejudging = new Rejudging(rules, replay.inUse(), rulesInUse);
            var tally = new Course(ledger, rejudging, threads, 2 * judges).over(replay.stretch(), own::at);
            return new ReportJson(tally)
                    .of(replay.candidate(), replay.inUse(), replay.stretch(), List.of(rules.texts(), bundles.texts()))
                    .toString()
                    .getBytes(StandardCharsets.UTF_8);
        } finally {
            rulesInUse.ifMade().ifPresent(Rehearsal::close);
        }
    }

    private Rehearsal rehearsal(PolicyVersion version) {
        return Rehearsal.of(
                bundles.archive(version).orElseThrow(() -> new IllegalStateException("the rules in use are not kept")),
                judges);
    }

    /** As the database keeps it, so that it reads the same afterwards. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public void close() {
        var current = thread;
        if (current != null) {
            current.interrupt();
        }
    }
}
