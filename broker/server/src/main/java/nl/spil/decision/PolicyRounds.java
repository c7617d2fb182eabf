package nl.spil.decision;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a node does every few seconds: follow what other nodes activated, follow its source, and say which rules it uses. */
public final class PolicyRounds implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PolicyRounds.class);
    private static final Duration FOLLOW = Duration.ofSeconds(2);
    private static final Duration TELL = Duration.ofSeconds(10);

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("spil-policy-rounds").factory());
    private final PolicyBundles bundles;
    private final Optional<FollowedSource> source;

    private PolicyRounds(PolicyBundles bundles, Optional<FollowedSource> source) {
        this.bundles = bundles;
        this.source = source;
    }

    static PolicyRounds of(PolicyBundles bundles, Optional<FollowedSource> source, Duration interval) {
        var rounds = new PolicyRounds(bundles, source);
        rounds.every(FOLLOW, bundles::follow);
        rounds.every(TELL, bundles::tell);
        source.ifPresent(followed -> rounds.every(interval, followed::look));
        return rounds;
    }

    private void every(Duration pause, Runnable task) {
        var _ = clock.scheduleWithFixedDelay(() -> attempt(task), 0, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** A round that fails is followed by another; decisions do not depend on any. */
    private static void attempt(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException away) {
            LOG.debug("a round failed", away);
        }
    }

    /** Which rules are used where, and how it stands with the source. */
    public PolicyStatus status() {
        return bundles.status(source.map(FollowedSource::status).orElse(null));
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
