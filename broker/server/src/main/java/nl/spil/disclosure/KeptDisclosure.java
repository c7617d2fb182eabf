package nl.spil.disclosure;

import java.time.Instant;
import nl.spil.protocol.CaseId;
import nl.spil.protocol.DisclosureId;
import nl.spil.protocol.ExchangeId;
import nl.spil.protocol.Oin;
import org.jspecify.annotations.Nullable;

/**
 * A disclosure as it stands in the inbox of its recipient.
 *
 * @param entry where it stands in the ledger, and its place in the inbox
 * @param partial whether something of the exchange was withheld from this recipient
 * @param collectedAt when it was first collected; absent until then
 * @param endedAs absent while it can be collected
 */
record KeptDisclosure(
        DisclosureId id,
        long entry,
        ExchangeId exchange,
        Oin provider,
        Oin recipient,
        CaseId caseId,
        boolean partial,
        Instant recordedAt,
        Instant expiresAt,
        @Nullable Instant collectedAt,
        @Nullable Ending endedAs) {

    /** How a disclosure ends; its ciphertext and shares are then gone. */
    enum Ending {
        ACKNOWLEDGED,
        WITHDRAWN,
        EXPIRED
    }

    /** Whether there is nothing to collect any more, recorded or not. */
    boolean endedBy(Instant moment) {
        return endedAs != null || !moment.isBefore(expiresAt);
    }

    /** The word for its state, as partners read it. */
    String stateAt(Instant moment) {
        if (endedAs != null) {
            return endedAs.name();
        }
        if (endedBy(moment)) {
            return Ending.EXPIRED.name();
        }
        return collectedAt == null ? "WAITING" : "COLLECTED";
    }
}
