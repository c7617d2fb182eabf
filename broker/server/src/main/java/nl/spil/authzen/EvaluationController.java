package nl.spil.authzen;

import java.util.List;
import java.util.Optional;
import nl.spil.access.CallingPartner;
import nl.spil.problem.Rejected;
import nl.spil.protocol.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The Access Evaluation and Access Evaluations APIs of AuthZEN's Authorization API 1.0. */
@RestController
@RequestMapping(path = "/access/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class EvaluationController {
    private final Evaluator evaluator;

    EvaluationController(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    @PostMapping("/evaluation")
    Evaluated evaluation(
            CallingPartner caller,
            Optional<Actor> actor,
            @RequestHeader(name = "Content-Type", required = false) @Nullable String type,
            @RequestBody(required = false) byte @Nullable [] body) {
        return evaluator.evaluate(caller.oin(), actor, read(type, body).evaluation());
    }

    /** Without a list of evaluations the message is itself the one to evaluate. */
    @PostMapping("/evaluations")
    Object evaluations(
            CallingPartner caller,
            Optional<Actor> actor,
            @RequestHeader(name = "Content-Type", required = false) @Nullable String type,
            @RequestBody(required = false) byte @Nullable [] body) {
        var message = read(type, body);
        return message.evaluations()
                .<Object>map(all -> new Answers(evaluator.evaluate(caller.oin(), actor, all)))
                .orElseGet(() -> evaluator.evaluate(caller.oin(), actor, message.evaluation()));
    }

    record Answers(List<Evaluated> evaluations) {}

    private static EvaluationReader read(@Nullable String type, byte @Nullable [] body) {
        if (!isJson(type)) {
            // Elsewhere this is a 415; the standard's certification asks for 400.
            throw Rejected.malformed("content-type", "", "The body must be sent as application/json.");
        }
        return EvaluationReader.of(body == null ? new byte[0] : body);
    }

    private static boolean isJson(@Nullable String type) {
        try {
            return type != null && MediaType.APPLICATION_JSON.equalsTypeAndSubtype(MediaType.parseMediaType(type));
        } catch (InvalidMediaTypeException strange) {
            return false;
        }
    }
}
