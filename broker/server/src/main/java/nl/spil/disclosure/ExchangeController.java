package nl.spil.disclosure;

import java.util.Locale;
import nl.spil.access.CallingPartner;
import nl.spil.decision.PolicyTexts;
import nl.spil.protocol.CaseId;
import nl.spil.protocol.seal.SealedExchange;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Partners send here. */
@RestController
class ExchangeController {
    private final Intake intake;
    private final PolicyTexts texts;

    ExchangeController(Intake intake, PolicyTexts texts) {
        this.intake = intake;
        this.texts = texts;
    }

    @PostMapping(path = "/v1/cases/{id}/exchanges", consumes = SealedExchange.MEDIA_TYPE)
    ResponseEntity<OutcomeView> send(
            CallingPartner sender, @PathVariable("id") CaseId caseId, @RequestBody byte[] body, Locale language) {
        var words = new Words(texts, language);
        return switch (intake.receive(sender.oin(), caseId, body)) {
            case Received.First(var sent) ->
                ResponseEntity.status(HttpStatus.CREATED).body(OutcomeView.of(sent, words));
            case Received.Again(var sent) -> ResponseEntity.ok(OutcomeView.of(sent, words));
        };
    }
}
