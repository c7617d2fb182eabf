package nl.spil.disclosure;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import nl.spil.access.CallingPartner;
import nl.spil.decision.PolicyTexts;
import nl.spil.problem.ProblemType;
import nl.spil.problem.Rejected;
import nl.spil.protocol.Actor;
import nl.spil.protocol.DisclosureId;
import nl.spil.protocol.proof.Receipt;
import nl.spil.protocol.seal.SealedExchange;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Recipients find, collect and acknowledge here. */
@RestController
@RequestMapping("/v1/disclosures")
class DisclosureController {
    private static final ProblemType WITHHELD = new ProblemType(403, "nothing-permitted");
    private static final int LONGEST_PAGE = 100;
    private static final int LONGEST_WAIT = 30;

    private final Inbox inbox;
    private final CollectionDesk desk;
    private final Acknowledgements acknowledgements;
    private final PolicyTexts texts;
    private final InstantSource clock;

    DisclosureController(
            Inbox inbox,
            CollectionDesk desk,
            Acknowledgements acknowledgements,
            PolicyTexts texts,
            InstantSource clock) {
        this.inbox = inbox;
        this.desk = desk;
        this.acknowledgements = acknowledgements;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping
    InboxView list(
            CallingPartner recipient,
            @RequestParam(defaultValue = "-1") long after,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(defaultValue = "0") int wait)
            throws InterruptedException {
        mustBeWithin(limit, 1, LONGEST_PAGE, "limit");
        mustBeWithin(wait, 0, LONGEST_WAIT, "wait");
        var found = inbox.after(after, recipient.oin(), limit, Duration.ofSeconds(wait));
        return InboxView.of(found, after, clock.instant());
    }

    private static void mustBeWithin(int value, int least, int most, String name) {
        if (value < least || value > most) {
            throw Rejected.malformed(
                    "out-of-range", "", "The parameter " + name + " goes from " + least + " to " + most + ".");
        }
    }

    /** @param collection chosen by the recipient; a retry with the same one is decided again */
    record CollectionRequest(UUID collection) {}

    @PostMapping(path = "/{id}/collections", consumes = "application/json")
    ResponseEntity<byte[]> collect(
            CallingPartner recipient,
            Actor actor,
            @PathVariable DisclosureId id,
            @RequestBody CollectionRequest body,
            Locale language) {
        var request = new Collecting.Request(body.collection(), actor, TraceContext.current());
        return switch (desk.collect(recipient.oin(), id, request)) {
            case Handover.Delivered(var delivery) ->
                ResponseEntity.ok()
                        .header("Content-Type", SealedExchange.MEDIA_TYPE)
                        .body(delivery);
            case Handover.Withheld(var ruling, var receipt) ->
                throw new Rejected(WITHHELD)
                        .with("refused", RecipientView.refused(ruling, new Words(texts, language)))
                        .with("gaps", ruling.gaps())
                        .with("receipt", receipt);
        };
    }

    @PostMapping(path = "/{id}/acknowledgement", consumes = "application/jwt")
    ResponseEntity<Map<String, Receipt>> acknowledge(
            CallingPartner recipient, @PathVariable DisclosureId id, @RequestBody String jws) {
        return switch (acknowledgements.acknowledge(recipient.oin(), id, jws)) {
            case Acknowledged.First(var receipt) ->
                ResponseEntity.status(HttpStatus.CREATED).body(Map.of("receipt", receipt));
            case Acknowledged.Again(var receipt) -> ResponseEntity.ok(Map.of("receipt", receipt));
        };
    }
}
