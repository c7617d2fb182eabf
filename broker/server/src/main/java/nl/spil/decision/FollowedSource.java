package nl.spil.decision;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows one place: what is there is offered once, and while nothing good comes the rules in use stay. */
final class FollowedSource {
    private static final Logger LOG = LoggerFactory.getLogger(FollowedSource.class);

    private final String location;
    private final BundleSource source;
    private final PolicyBundles bundles;
    private final InstantSource clock;
    private volatile @Nullable Instant lookedAt;
    private volatile @Nullable String failure;

    FollowedSource(String location, BundleSource source, PolicyBundles bundles, InstantSource clock) {
        this.location = location;
        this.source = source;
        this.bundles = bundles;
        this.clock = clock;
    }

    void look() {
        var before = failure;
        try {
            source.changed().ifPresent(this::offer);
            failure = null;
        } catch (IOException away) {
            var why = away.getClass().getSimpleName() + ": " + away.getMessage();
            failure = why;
            if (!why.equals(before)) {
                LOG.warn("no rules can be had from the source: {}", why);
            }
        }
        lookedAt = clock.instant();
    }

    private void offer(byte[] archive) {
        switch (bundles.offer(archive, new Mandate.Source())) {
            case Offer.Accepted _, Offer.AlreadyInUse _ -> source.settled();
            case Offer.Refused(var reason) -> {
                // An engine may answer later, an OPA server that is still loading for one; nothing else heals by
                // itself.
                if (reason != RefusedBecause.NO_EXACT_ANSWER) {
                    source.settled();
                }
            }
        }
    }

    PolicyStatus.Source status() {
        return new PolicyStatus.Source(location, lookedAt, failure);
    }
}
