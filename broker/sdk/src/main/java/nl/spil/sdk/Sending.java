package nl.spil.sdk;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.spil.protocol.CaseId;
import nl.spil.protocol.Grounds;
import nl.spil.protocol.NecessityRecord;
import nl.spil.protocol.Oin;
import nl.spil.protocol.Purpose;
import nl.spil.protocol.seal.ExchangeClaims;
import nl.spil.protocol.seal.Item;

/**
 * What a partner wants to share in a case, with whom, what for, and who judged that necessary.
 *
 * @param answers the information request this answers, if any
 * @param life how long the items may wait to be collected, thirty days at most
 */
public record Sending(
        CaseId caseId,
        Purpose purpose,
        List<Oin> recipients,
        List<Item> items,
        NecessityRecord necessity,
        Grounds grounds,
        Optional<UUID> answers,
        Duration life) {

    public Sending {
        recipients = List.copyOf(recipients);
        items = List.copyOf(items);
    }

    /** Items for some recipients, on no other ground than necessity, waiting as long as anything may. */
    public static Sending of(
            CaseId caseId, Purpose purpose, List<Oin> recipients, List<Item> items, NecessityRecord necessity) {
        return new Sending(
                caseId,
                purpose,
                recipients,
                items,
                necessity,
                Grounds.none(),
                Optional.empty(),
                ExchangeClaims.LONGEST_LIFE);
    }

    public Sending on(Grounds stated) {
        return new Sending(caseId, purpose, recipients, items, necessity, stated, answers, life);
    }

    public Sending answering(UUID request) {
        return new Sending(caseId, purpose, recipients, items, necessity, grounds, Optional.of(request), life);
    }

    public Sending waiting(Duration atMost) {
        return new Sending(caseId, purpose, recipients, items, necessity, grounds, answers, atMost);
    }
}
