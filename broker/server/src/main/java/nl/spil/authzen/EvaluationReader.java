package nl.spil.authzen;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import nl.spil.authzen.Evaluations.Semantic;
import nl.spil.problem.JsonBody;
import nl.spil.problem.ProblemType;
import nl.spil.problem.Rejected;
import nl.spil.protocol.Checked;
import nl.spil.protocol.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the messages of Authorization API 1.0. What the standard does not know is passed over, as it asks; what it
 * demands must be there.
 */
final class EvaluationReader {
    private static final int LONGEST = 256 * 1024;
    private static final int MOST = 128;
    private static final int DEEPEST = 32;
    private static final List<String> ENTITY = List.of("type", "id");
    private static final List<String> ACTION = List.of("name");
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final JsonNode message;

    private EvaluationReader(JsonNode message) {
        this.message = message;
    }

    /** The message, or {@link Rejected} when it is no JSON object. */
    static EvaluationReader of(byte[] body) {
        if (body.length > LONGEST) {
            throw new Rejected(ProblemType.OVERSIZE);
        }
        try {
            var message = JSON.readTree(body);
            if (!message.isObject()) {
                throw Rejected.malformed("member-ill-formed", "", "The body is not a JSON object.");
            }
            return new EvaluationReader(message);
        } catch (JacksonException unreadable) {
            throw Rejected.malformed("not-json", "", "The message is not well-formed JSON.")
                    .because(unreadable);
        }
    }

    /** The one question of this message, or {@link Rejected} with all that is wrong. */
    Evaluation evaluation() {
        return switch (evaluation(JsonNodeFactory.instance.objectNode())) {
            case Checked.Sound<Evaluation>(var sound) -> sound;
            case Checked.Unsound<Evaluation>(var problems) -> throw new Rejected(ProblemType.MALFORMED, problems);
        };
    }

    /** The questions of this message; empty when it has no list of them and so is itself the question. */
    Optional<Evaluations> evaluations() {
        var list = message.path("evaluations");
        if (list.isMissingNode() || (list.isArray() && list.isEmpty())) {
            return Optional.empty();
        }
        if (!list.isArray() || list.size() > MOST) {
            throw Rejected.malformed("member-ill-formed", "/evaluations", "This member has the wrong form.");
        }
        return Optional.of(new Evaluations(list.valueStream().map(this::listed).toList(), semantic()));
    }

    private Semantic semantic() {
        var body = JsonBody.at("", message);
        var semantic = (body.has("options") ? body.object("options") : Optional.<JsonBody>empty())
                .map(options -> options.textIfPresent("evaluations_semantic", Semantic::named));
        body.rejectIfWrong();
        return semantic.orElse(Semantic.EXECUTE_ALL);
    }

    private Checked<Evaluation> listed(JsonNode own) {
        return own.isObject()
                ? evaluation(own)
                : Checked.unsound(List.of(new Problem("member-ill-formed", "", "This member has the wrong form.")));
    }

    /** A question's own parts go before those of the whole message. */
    private Checked<Evaluation> evaluation(JsonNode own) {
        var whole = JsonNodeFactory.instance.objectNode();
        put(whole, "subject", own, ENTITY);
        put(whole, "action", own, ACTION);
        put(whole, "resource", own, ENTITY);
        put(whole, "context", own, List.of());
        return checked(whole);
    }

    /** A part of its own replaces the default as a whole, but that it may leave out what identifies it. */
    private void put(ObjectNode whole, String part, JsonNode own, List<String> identity) {
        var byDefault = message.get(part);
        var found = own.get(part);
        if (found instanceof ObjectNode object && byDefault instanceof ObjectNode other) {
            var joined = object.deepCopy();
            identity.stream()
                    .filter(name -> !object.has(name) && other.has(name))
                    .forEach(name -> joined.set(name, other.required(name)));
            whole.set(part, joined);
        } else {
            Stream.of(Optional.ofNullable(found), Optional.ofNullable(byDefault))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .ifPresent(node -> whole.set(part, node));
        }
    }

    private static Checked<Evaluation> checked(ObjectNode whole) {
        var body = JsonBody.at("", whole);
        var subject = body.object("subject").map(EvaluationReader::entity);
        var action = body.object("action").map(EvaluationReader::name);
        var resource = body.object("resource").map(EvaluationReader::entity);
        if (body.has("context")) {
            body.object("context");
        }
        return body.problems().isEmpty()
                ? Checked.sound(
                        new Evaluation(subject.orElseThrow(), action.orElseThrow(), resource.orElseThrow(), whole))
                : Checked.unsound(body.problems());
    }

    private static Entity entity(JsonBody body) {
        var type = text(body, "type");
        var id = text(body, "id");
        properties(body);
        return new Entity(type, id);
    }

    private static String name(JsonBody body) {
        properties(body);
        return text(body, "name");
    }

    /** Empty when it is wrong; the body then knows. */
    private static String text(JsonBody body, String name) {
        return Objects.requireNonNullElse(body.text(name, text -> text), "");
    }

    private static void properties(JsonBody body) {
        if (body.has("properties")) {
            body.object("properties");
        }
    }
}
