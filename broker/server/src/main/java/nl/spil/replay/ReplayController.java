package nl.spil.replay;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import nl.spil.access.CallingPartner;
import nl.spil.decision.BundleArchive;
import nl.spil.decision.BundleRefused;
import nl.spil.problem.ProblemType;
import nl.spil.problem.Rejected;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Policy authors ask here what other rules would have made of past decisions. */
@RestController
@RequestMapping("/v1/policies/replays")
class ReplayController {
    private static final ProblemType RUNNING = new ProblemType(409, "replay-running");
    private static final ProblemType REFUSED = new ProblemType(400, "bundle-refused");
    private static final int LONGEST_WAIT = 30;

    private final ReplayDesk desk;

    ReplayController(ReplayDesk desk) {
        this.desk = desk;
    }

    @PostMapping(consumes = "application/gzip", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<JsonNode> begin(
            CallingPartner caller,
            @RequestBody byte[] archive,
            @RequestParam(required = false) @Nullable String since,
            @RequestParam(required = false) @Nullable String until) {
        var from = moment(since, "since");
        var to = moment(until, "until");
        if (from != null && to != null && !from.isBefore(to)) {
            throw Rejected.malformed("contradictory", "", "The parameter since is before until.");
        }
        var standing = desk.begin(candidate(archive), from, to, caller.oin()).orElseThrow(() -> new Rejected(RUNNING));
        return ResponseEntity.accepted()
                .location(URI.create("/v1/policies/replays/" + standing.replay().id()))
                .body(ReplayView.of(standing));
    }

    @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    JsonNode show(@PathVariable UUID id, @RequestParam(defaultValue = "0") int wait) throws InterruptedException {
        if (wait < 0 || wait > LONGEST_WAIT) {
            throw Rejected.malformed("out-of-range", "", "The parameter wait goes from 0 to 30.");
        }
        return desk.standing(id, Duration.ofSeconds(wait))
                .map(ReplayView::of)
                .orElseThrow(() -> new Rejected(ProblemType.NOT_FOUND));
    }

    /** The very bytes whose digest is kept and approved. */
    @GetMapping(path = "/{id}/report", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] report(@PathVariable UUID id) {
        return desk.report(id).orElseThrow(() -> new Rejected(ProblemType.NOT_FOUND));
    }

    private static BundleArchive candidate(byte[] archive) {
        try {
            return BundleArchive.read(archive);
        } catch (BundleRefused refused) {
            throw new Rejected(REFUSED).because(refused);
        }
    }

    private static @Nullable Instant moment(@Nullable String text, String name) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeException e) {
            throw Rejected.malformed("malformed-address", "", "The parameter " + name + " is a moment in UTC.")
                    .because(e);
        }
    }
}
