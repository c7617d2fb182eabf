package nl.spil.disclosure;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import nl.spil.protocol.proof.Receipt;

/** What the provider reads about its exchange: for every recipient what goes, what does not and why, and the proof. */
record OutcomeView(
        String exchange, @JsonProperty("case") String caseId, Receipt receipt, List<RecipientView> recipients) {

    static OutcomeView of(Sent sent, Words words) {
        return new OutcomeView(
                sent.exchange().value(),
                sent.caseId().value(),
                sent.receipt(),
                sent.recipients().stream()
                        .map(told -> RecipientView.of(told, words))
                        .toList());
    }
}
