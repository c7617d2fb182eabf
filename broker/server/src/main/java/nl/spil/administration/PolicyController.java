package nl.spil.administration;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.spil.access.CallingPartner;
import nl.spil.decision.PolicyBundles;
import nl.spil.decision.PolicyRounds;
import nl.spil.decision.PolicyStatus;
import nl.spil.problem.ProblemType;
import nl.spil.problem.Rejected;
import nl.spil.protocol.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The policy administration point over HTTP; every step is somebody's, so every step names its professional. */
@RestController
@RequestMapping(path = "/v1/policies", produces = MediaType.APPLICATION_JSON_VALUE)
class PolicyController {
    private final FilingDesk filings;
    private final PolicyDesk desk;
    private final Archives archives;
    private final PolicyBundles bundles;
    private final PolicyRounds rounds;

    PolicyController(
            FilingDesk filings, PolicyDesk desk, Archives archives, PolicyBundles bundles, PolicyRounds rounds) {
        this.filings = filings;
        this.desk = desk;
        this.archives = archives;
        this.bundles = bundles;
        this.rounds = rounds;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, Object>> propose(
            CallingPartner caller, Actor actor, @RequestBody byte[] body, Locale language) {
        var author = person(caller, actor);
        var filing = switch (ProposalReader.read(body)) {
            case ProposalReader.Built(var archive, var tests) -> filings.propose(archive, tests, author);
            case ProposalReader.Again(var earlier, var revision) -> filings.proposeAgain(earlier, revision, author);
            case ProposalReader.Waiting(var revision) -> filings.proposeWaiting(revision, author);
        };
        var view = view(filing.proposal(), language);
        return switch (filing) {
            case Filing.Filed(var proposal) ->
                ResponseEntity.created(
                                URI.create("/v1/policies/" + proposal.policy().revision()))
                        .body(view);
            case Filing.Known _ -> ResponseEntity.ok(view);
        };
    }

    @GetMapping
    Map<String, List<Map<String, Object>>> list() {
        return Map.of(
                "items",
                desk.all().stream()
                        .map(proposal -> ProposalView.brief(proposal, bundles.version(), desk.missing(proposal)))
                        .toList());
    }

    @GetMapping("/status")
    PolicyStatus status() {
        return rounds.status();
    }

    @GetMapping("/{revision}")
    Map<String, Object> show(@PathVariable long revision, Locale language) {
        return view(desk.find(revision), language);
    }

    @GetMapping(path = "/{revision}/archive", produces = "application/gzip")
    byte[] archive(@PathVariable long revision) {
        return archives.of(revision)
                .orElseThrow(() -> new Rejected(ProblemType.NOT_FOUND))
                .bytes();
    }

    @PostMapping(path = "/{revision}/reviews", consumes = MediaType.APPLICATION_JSON_VALUE)
    Map<String, Object> review(
            CallingPartner caller,
            Actor actor,
            @PathVariable long revision,
            @RequestBody byte[] body,
            Locale language) {
        return view(desk.review(revision, StepReader.review(body, person(caller, actor))), language);
    }

    @PostMapping("/{revision}/approvals")
    Map<String, Object> approve(
            CallingPartner caller,
            Actor actor,
            @PathVariable long revision,
            @RequestBody(required = false) byte @Nullable [] body,
            Locale language) {
        StepReader.nothing(given(body));
        return view(desk.approve(revision, person(caller, actor)), language);
    }

    @PostMapping(path = "/{revision}/rejections", consumes = MediaType.APPLICATION_JSON_VALUE)
    Map<String, Object> reject(
            CallingPartner caller,
            Actor actor,
            @PathVariable long revision,
            @RequestBody byte[] body,
            Locale language) {
        return view(desk.reject(revision, person(caller, actor), StepReader.rejection(body)), language);
    }

    @PostMapping("/{revision}/activation")
    Map<String, Object> activate(
            CallingPartner caller,
            Actor actor,
            @PathVariable long revision,
            @RequestBody(required = false) byte @Nullable [] body,
            Locale language) {
        var moment = StepReader.moment(given(body));
        return view(desk.activate(revision, person(caller, actor), moment), language);
    }

    private Map<String, Object> view(Proposal proposal, Locale language) {
        return ProposalView.whole(
                proposal, bundles.version(), desk.missing(proposal), desk.replays(proposal), language);
    }

    private static Person person(CallingPartner caller, Actor actor) {
        return new Person(caller.oin(), actor.sub());
    }

    private static byte[] given(byte @Nullable [] body) {
        return body == null ? new byte[0] : body;
    }
}
