package nl.spil.sdk;

import java.util.List;
import java.util.Optional;
import nl.spil.protocol.CaseId;
import nl.spil.protocol.DisclosureId;
import nl.spil.protocol.Oin;
import tools.jackson.databind.JsonNode;

/**
 * What waits for a partner, or waited: names only, never content.
 *
 * @param next where to go on; the same as before when nothing is new
 */
public record Inbox(List<Entry> entries, Optional<String> next) {

    public Inbox {
        entries = List.copyOf(entries);
    }

    /** How far a disclosure is. */
    public enum State {
        WAITING,
        COLLECTED,
        ACKNOWLEDGED,
        WITHDRAWN,
        EXPIRED
    }

    /**
     * One disclosure.
     *
     * @param recordedAt as the broker writes it
     * @param expiresAt as the broker writes it
     */
    public record Entry(
            DisclosureId id,
            CaseId caseId,
            Oin provider,
            String exchange,
            State state,
            String recordedAt,
            String expiresAt) {}

    static Inbox read(JsonNode tree) {
        return new Inbox(
                tree.path("items").valueStream().map(Inbox::entry).toList(),
                Optional.of(tree.path("next").asString("")).filter(next -> !next.isEmpty()));
    }

    private static Entry entry(JsonNode tree) {
        return new Entry(
                DisclosureId.of(tree.path("id").asString("")),
                new CaseId(tree.path("case").asString("")),
                new Oin(tree.path("provider").asString("")),
                tree.path("exchange").asString(""),
                State.valueOf(tree.path("state").asString("")),
                tree.path("recordedAt").asString(""),
                tree.path("expiresAt").asString(""));
    }
}
