package nl.spil.replay;

import java.time.Instant;
import java.util.UUID;
import nl.spil.decision.PolicyVersion;
import org.jspecify.annotations.Nullable;

/**
 * A replay as it is kept.
 *
 * @param askedBy the partner that asked for it
 * @param state RUNNING, DONE or FAILED
 * @param reportDigest SHA-256 of the report in base64url; absent unless it is done
 * @param failure why it failed: a code; absent unless it did
 */
record KeptReplay(
        UUID id,
        PolicyVersion candidate,
        PolicyVersion inUse,
        Stretch stretch,
        String askedBy,
        Instant askedAt,
        State state,
        @Nullable Instant finishedAt,
        @Nullable String reportDigest,
        @Nullable String failure) {

    /** How far it came. */
    enum State {
        RUNNING,
        DONE,
        FAILED
    }
}
