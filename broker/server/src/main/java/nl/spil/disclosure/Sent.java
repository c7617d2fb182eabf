package nl.spil.disclosure;

import java.util.List;
import nl.spil.disclosure.Outcome.Disclosure;
import nl.spil.protocol.CaseId;
import nl.spil.protocol.ExchangeId;
import nl.spil.protocol.Oin;
import nl.spil.protocol.proof.Receipt;

/** What became of an exchange: received, and decided for every recipient. The same for a retry as for the first time. */
record Sent(ExchangeId exchange, CaseId caseId, Receipt receipt, List<Told> recipients) {
    Sent {
        recipients = List.copyOf(recipients);
    }

    /** Those for whom something waits now. */
    List<Oin> awaited() {
        return recipients.stream()
                .map(Told::outcome)
                .filter(Disclosure.class::isInstance)
                .map(Outcome::recipient)
                .toList();
    }
}
