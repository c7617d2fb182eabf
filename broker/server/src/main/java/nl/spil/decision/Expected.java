package nl.spil.decision;

import java.time.Instant;
import java.util.List;
import nl.spil.protocol.ContentDigest;
import nl.spil.protocol.Oin;

/** What an answer has to speak of: exactly these recipients and items, and not of what is over at this time. */
record Expected(Instant time, List<Oin> recipients, List<ContentDigest> items) {
    Expected {
        recipients = List.copyOf(recipients);
        items = List.copyOf(items);
    }

    static Expected of(Question question) {
        return new Expected(
                question.time(),
                question.recipients().stream()
                        .map(recipient -> recipient.partner().oin())
                        .toList(),
                question.items().stream().map(ItemFacts::id).toList());
    }
}
