package nl.spil.consents;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import nl.spil.access.CallingPartner;
import nl.spil.consent.ConsentId;
import nl.spil.consent.ConsentReceipt;
import nl.spil.consent.RegisteredConsent;
import nl.spil.ledger.Ledger;
import nl.spil.problem.JsonBody;
import nl.spil.problem.ProblemType;
import nl.spil.problem.Rejected;
import nl.spil.protocol.Actor;
import nl.spil.protocol.CaseId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Consents over HTTP. */
@RestController
class ConsentController {
    private final ConsentDesk desk;
    private final Ledger ledger;
    private final Clock clock;

    ConsentController(ConsentDesk desk, Ledger ledger, Clock clock) {
        this.desk = desk;
        this.ledger = ledger;
        this.clock = clock;
    }

    @PostMapping(
            path = "/v1/consents",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ConsentView> give(CallingPartner caller, Actor actor, @RequestBody byte[] body) {
        var wanted = ConsentReader.read(body, caller.oin(), clock.instant());
        var registered = desk.give(wanted.consent(), wanted.method(), actor.sub());
        return ResponseEntity.created(
                        URI.create("/v1/consents/" + wanted.consent().id()))
                .body(view(registered, registered.entry()));
    }

    @GetMapping(path = "/v1/consents/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    ConsentView show(CallingPartner caller, Actor actor, @PathVariable String id) {
        var registered = desk.own(consentId(id), caller.oin());
        return view(registered, registered.entry());
    }

    @PostMapping(path = "/v1/consents/{id}/withdrawal", produces = MediaType.APPLICATION_JSON_VALUE)
    ConsentView withdraw(
            CallingPartner caller,
            Actor actor,
            @PathVariable String id,
            @RequestBody(required = false) byte @Nullable [] body) {
        JsonBody.ofPossiblyEmpty(body == null ? new byte[0] : body, 1_000)
                .only(java.util.Set.of())
                .rejectIfWrong();
        var withdrawn = desk.withdraw(consentId(id), caller.oin(), actor.sub());
        return view(
                withdrawn,
                java.util.Objects.requireNonNull(withdrawn.withdrawal()).entry());
    }

    @GetMapping(path = "/v1/cases/{id}/consents", produces = MediaType.APPLICATION_JSON_VALUE)
    Map<String, List<ConsentView>> list(CallingPartner caller, Actor actor, @PathVariable String id) {
        var now = clock.instant();
        return Map.of(
                "items",
                desk.inCase(caseId(id), caller.oin()).stream()
                        .map(registered -> ConsentView.of(registered, now))
                        .toList());
    }

    private ConsentView view(RegisteredConsent registered, long entry) {
        var now = clock.instant();
        var receipt = new ConsentReceipt(
                registered, desk.methodOf(registered), desk.caseOf(registered).purpose());
        return ConsentView.of(registered, now).with(receipt.members(now), ledger.receipt(entry));
    }

    private static ConsentId consentId(String text) {
        try {
            return ConsentId.of(text);
        } catch (IllegalArgumentException nothing) {
            throw new Rejected(ProblemType.NOT_FOUND).because(nothing);
        }
    }

    private static CaseId caseId(String text) {
        try {
            return new CaseId(text);
        } catch (IllegalArgumentException nothing) {
            throw new Rejected(ProblemType.NOT_FOUND).because(nothing);
        }
    }
}
