package nl.spil.disclosure;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;

/**
 * What waits for a partner: ids and states, never content.
 *
 * @param next where to go on; the same as asked for when nothing is new
 */
record InboxView(List<Item> items, String next) {

    record Item(
            String id,
            @JsonProperty("case") String caseId,
            String provider,
            String exchange,
            String state,
            Instant recordedAt,
            Instant expiresAt) {}

    static InboxView of(List<KeptDisclosure> disclosures, long after, Instant now) {
        return new InboxView(
                disclosures.stream().map(one -> item(one, now)).toList(),
                Long.toString(
                        disclosures.isEmpty() ? after : disclosures.getLast().entry()));
    }

    private static Item item(KeptDisclosure disclosure, Instant now) {
        return new Item(
                disclosure.id().toString(),
                disclosure.caseId().value(),
                disclosure.provider().value(),
                disclosure.exchange().value(),
                disclosure.stateAt(now),
                disclosure.recordedAt(),
                disclosure.expiresAt());
    }
}
