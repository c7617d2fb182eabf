package nl.spil.disclosure;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.spil.access.CallingPartner;
import nl.spil.decision.PolicyTexts;
import nl.spil.problem.ProblemType;
import nl.spil.problem.Rejected;
import nl.spil.protocol.Actor;
import nl.spil.protocol.proof.Receipt;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Partners ask here whether they may, without any data. */
@RestController
class PreCheckController {
    private final PreChecks preChecks;
    private final PolicyTexts texts;

    PreCheckController(PreChecks preChecks, PolicyTexts texts) {
        this.preChecks = preChecks;
        this.texts = texts;
    }

    @PostMapping(
            path = "/v1/decisions",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    View ask(CallingPartner caller, Actor actor, @RequestBody byte[] body, Locale language) {
        var asked = PreCheckReader.read(body, caller.oin(), actor);
        var answered = preChecks
                .ask(caller.oin(), Optional.of(actor.sub()), asked)
                .orElseThrow(() -> new Rejected(ProblemType.NOT_FOUND));
        return View.of(asked, answered, new Words(texts, language));
    }

    /** The same as for an exchange, but that nothing was released. */
    record View(@JsonProperty("case") String caseId, Receipt receipt, List<RecipientView> recipients) {
        static View of(Asked asked, PreChecked answered, Words words) {
            var recipients = asked.recipients().stream()
                    .map(AskedRecipient::partner)
                    .map(recipient -> RecipientView.of(
                            Ruling.of(
                                    recipient,
                                    asked.items(),
                                    answered.decision().of(recipient)),
                            null,
                            answered.receipt(recipient),
                            words))
                    .toList();
            return new View(
                    asked.caseId().value(), answered.receipt(answered.receipts().firstKey()), recipients);
        }
    }
}
