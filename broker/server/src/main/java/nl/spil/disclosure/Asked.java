package nl.spil.disclosure;

import java.util.List;
import nl.spil.decision.ActionName;
import nl.spil.decision.ActorFacts;
import nl.spil.protocol.CaseId;
import nl.spil.protocol.Grounds;
import nl.spil.protocol.NecessityRecord;
import nl.spil.protocol.Oin;
import nl.spil.protocol.Purpose;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to share, with whom and why: all of a question that is not for a register to say.
 *
 * @param actor the provider's professional, at a pre-check the asking partner's
 */
public record Asked(
        ActionName action,
        Purpose purpose,
        CaseId caseId,
        Oin provider,
        @Nullable ActorFacts actor,
        List<AskedItem> items,
        List<AskedRecipient> recipients,
        @Nullable NecessityRecord necessity,
        Grounds grounds) {

    public Asked {
        items = List.copyOf(items);
        recipients = List.copyOf(recipients);
    }
}
