package nl.spil.decision;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which rules are used where.
 *
 * @param waiting rules that came with this software, are newer, and were not approved yet
 * @param nodes every process of this installation that was ever seen
 * @param lastRefused what was offered last and not taken
 * @param source how it stands with the place that is followed; absent when none is
 */
public record PolicyStatus(
        PolicyVersion inUse,
        Instant since,
        @Nullable PolicyVersion waiting,
        List<Node> nodes,
        @Nullable LastRefused lastRefused,
        @Nullable Source source) {
    public PolicyStatus {
        nodes = List.copyOf(nodes);
    }

    /** One process and the rules it uses. */
    public record Node(String node, long revision, String digest, Instant since, Instant seenAt) {}

    /**
     * Rules that were offered and not taken.
     *
     * @param by on whose word they were offered
     */
    public record LastRefused(
            @Nullable Long revision, @Nullable String digest, String by, String reason, Instant at) {}

    /**
     * How it stands with the place that is followed.
     *
     * @param failure why nothing could be had at the last look; absent when all was well
     */
    public record Source(
            String location,
            @Nullable Instant lookedAt,
            @Nullable String failure) {}
}
