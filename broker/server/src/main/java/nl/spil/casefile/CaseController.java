package nl.spil.casefile;

import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.spil.access.CallingPartner;
import nl.spil.casefile.CaseChange.Conflict;
import nl.spil.casefile.CaseChange.Done;
import nl.spil.casefile.CaseChange.NotAllowed;
import nl.spil.casefile.CaseChange.NotVisible;
import nl.spil.ledger.Ledger;
import nl.spil.problem.ProblemType;
import nl.spil.problem.Rejected;
import nl.spil.protocol.Actor;
import nl.spil.protocol.CaseId;
import nl.spil.protocol.Oin;
import nl.spil.protocol.Stage;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Cases over HTTP; a case the caller does not take part in does not exist for it. */
@RestController
@RequestMapping(path = "/v1/cases", produces = MediaType.APPLICATION_JSON_VALUE)
class CaseController {
    private static final int MOST = 100;
    private static final Map<String, Stage> STAGES = Map.of(
            "triage", Stage.TRIAGE,
            "assessment", Stage.ASSESSMENT,
            "consultation", Stage.CONSULTATION,
            "execution", Stage.EXECUTION,
            "evaluation", Stage.EVALUATION,
            "closure", Stage.CLOSED);

    private final CaseFiles files;
    private final CaseOpening opening;
    private final CaseDecisions decisions;
    private final CaseRecorder recorder;
    private final Ledger ledger;
    private final Clock clock;

    CaseController(
            CaseFiles files,
            CaseOpening opening,
            CaseDecisions decisions,
            CaseRecorder recorder,
            Ledger ledger,
            Clock clock) {
        this.files = files;
        this.opening = opening;
        this.decisions = decisions;
        this.recorder = recorder;
        this.ledger = ledger;
        this.clock = clock;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<CaseView> register(CallingPartner caller, Actor actor, @RequestBody byte[] body) {
        var wanted = CaseReader.newCase(body);
        var done = done(opening.register(wanted, acting(caller, actor)));
        return ResponseEntity.created(URI.create("/v1/cases/" + wanted.id())).body(view(done, caller));
    }

    @GetMapping
    Map<String, Object> list(
            CallingPartner caller,
            Actor actor,
            @RequestParam(defaultValue = "-1") long after,
            @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > MOST) {
            throw Rejected.malformed("limit-out-of-range", "", "A page has 1 to " + MOST + " items.");
        }
        var found = files.of(caller.oin(), clock.instant(), after, limit + 1);
        var page = found.stream().limit(limit).toList();
        var answer = new LinkedHashMap<String, Object>();
        answer.put("items", page.stream().map(CaseView::of).toList());
        if (found.size() > limit) {
            answer.put("next", Long.toString(page.getLast().registered().entry()));
        }
        return answer;
    }

    @GetMapping("/{id}")
    CaseView show(CallingPartner caller, Actor actor, @PathVariable String id) {
        var file = files.find(caseId(id)).orElseThrow(CaseController::notFound);
        var admission = file.admissionAt(caller.oin(), clock.instant()).orElseThrow(CaseController::notFound);
        recorder.read(file, acting(caller, actor));
        return CaseView.of(file).with(admission.participantClass(), () -> opening.goalOf(file.id()));
    }

    @PutMapping("/{id}/participants/{oin}")
    CaseView admit(
            CallingPartner caller,
            Actor actor,
            @PathVariable String id,
            @PathVariable String oin,
            @RequestBody(required = false) byte @Nullable [] body) {
        var terms = CaseReader.terms(body == null ? new byte[0] : body);
        return view(done(decisions.admit(caseId(id), oin(oin), terms, acting(caller, actor))), caller);
    }

    @DeleteMapping("/{id}/participants/{oin}")
    CaseView remove(CallingPartner caller, Actor actor, @PathVariable String id, @PathVariable String oin) {
        return view(done(decisions.remove(caseId(id), oin(oin), acting(caller, actor))), caller);
    }

    @PostMapping("/{id}/{step:triage|assessment|consultation|execution|evaluation|closure}")
    CaseView move(
            CallingPartner caller,
            Actor actor,
            @PathVariable String id,
            @PathVariable String step,
            @RequestBody(required = false) byte @Nullable [] body) {
        CaseReader.nothing(body == null ? new byte[0] : body);
        var stage = java.util.Objects.requireNonNull(STAGES.get(step));
        return view(done(decisions.move(caseId(id), stage, acting(caller, actor))), caller);
    }

    private static Done done(CaseChange change) {
        return switch (change) {
            case Done done -> done;
            case NotVisible() -> throw notFound();
            case NotAllowed() -> throw new Rejected(new ProblemType(403, "not-a-public-participant"));
            case Conflict(var code) -> throw new Rejected(new ProblemType(409, code));
        };
    }

    private CaseView view(Done done, CallingPartner caller) {
        var file = done.caseFile();
        var receipt = ledger.receipt(done.entry());
        return file.admissionAt(caller.oin(), clock.instant())
                .map(admission -> CaseView.of(file).with(admission.participantClass(), () -> opening.goalOf(file.id())))
                .orElseGet(() -> CaseView.of(file))
                .with(receipt);
    }

    private static Acting acting(CallingPartner caller, Actor actor) {
        return new Acting(caller.oin(), actor.sub());
    }

    private static CaseId caseId(String text) {
        try {
            return new CaseId(text);
        } catch (IllegalArgumentException nothing) {
            throw notFound().because(nothing);
        }
    }

    private static Oin oin(String text) {
        try {
            return new Oin(text);
        } catch (IllegalArgumentException nobody) {
            throw notFound().because(nobody);
        }
    }

    private static Rejected notFound() {
        return new Rejected(ProblemType.NOT_FOUND);
    }
}
