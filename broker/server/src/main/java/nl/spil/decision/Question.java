package nl.spil.decision;

import java.time.Instant;
import java.util.List;
import nl.spil.consent.ConsentInForce;
import nl.spil.protocol.Grounds;
import nl.spil.protocol.NecessityRecord;
import nl.spil.protocol.Purpose;
import org.jspecify.annotations.Nullable;

/**
 * Everything policy may know to judge one sharing; one question carries all its recipients.
 *
 * @param time the moment the facts were read, to the second
 * @param actor the provider's professional, at a pre-check the asking partner's
 * @param necessity absent when nobody judged it; absence refuses
 * @param grounds what the provider states beyond necessity
 * @param consents those in force at {@code time} for this case, provider and these recipients
 */
public record Question(
        ActionName action,
        Purpose purpose,
        CaseFacts caseFacts,
        PartnerFacts provider,
        List<ItemFacts> items,
        List<RecipientFacts> recipients,
        Instant time,
        @Nullable Partnership partnership,
        @Nullable ActorFacts actor,
        @Nullable NecessityRecord necessity,
        Grounds grounds,
        List<ConsentInForce> consents) {

    public Question {
        items = List.copyOf(items);
        recipients = List.copyOf(recipients);
        consents = List.copyOf(consents);
    }
}
