package nl.spil.decision;

import static nl.spil.decision.Strict.expect;
import static nl.spil.decision.Strict.hasOnly;
import static nl.spil.decision.Strict.ids;
import static nl.spil.decision.Strict.list;
import static nl.spil.decision.Strict.object;
import static nl.spil.decision.Strict.perItem;
import static nl.spil.decision.Strict.text;
import static nl.spil.decision.Strict.whole;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import nl.spil.protocol.ContentDigest;
import nl.spil.protocol.Oin;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what the engine said about one question. An answer that is not exactly what was asked for is no answer at all:
 * nothing of it is used.
 */
final class AnswerReader {
    private static final Set<String> PARTS =
            Set.of("permitted", "refused", "bases", "obligations", "would_help", "gaps", "valid_until");
    private static final Set<String> ALWAYS =
            Set.of("permitted", "refused", "bases", "obligations", "would_help", "gaps");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final PolicyVersion policy;
    private final Set<String> obligations;

    AnswerReader(PolicyVersion policy, Set<String> obligations) {
        this.policy = policy;
        this.obligations = Set.copyOf(obligations);
    }

    /** Reads the answer of the engine in this process. */
    Decision read(byte[] answered, Question question, QuestionBytes asked) {
        return read(answered, AnswerReader::onlyResult, question, asked);
    }

    /** The same when it comes without having been text. */
    Decision read(JsonNode answered, Question question, QuestionBytes asked) {
        return new Decision(policy, asked, answers(() -> onlyResult(answered), Expected.of(question)));
    }

    /** Reads an answer that an engine wraps in its own way. */
    Decision read(byte[] answered, Function<JsonNode, JsonNode> unwrapped, Question question, QuestionBytes asked) {
        return new Decision(
                policy, asked, answers(() -> unwrapped.apply(JSON.readTree(answered)), Expected.of(question)));
    }

    /** Reads the answer of the engine in this process to a question that was put before. */
    SortedMap<Oin, Answer> read(JsonNode answered, Expected expected) {
        return answers(() -> onlyResult(answered), expected);
    }

    private SortedMap<Oin, Answer> answers(Supplier<JsonNode> answered, Expected expected) {
        try {
            var answer = answered.get();
            expect(hasOnly(answer, Set.of("revision", "subjects")), "other members");
            expect(whole(answer.required("revision")) == policy.revision(), "another revision");
            return new ForQuestion(expected).answers(answer.required("subjects"));
        } catch (JacksonException | IllegalArgumentException e) {
            throw new DecisionUnavailable("the engine's answer cannot be used", e);
        }
    }

    /** The engine answers with a list of results; an engine without rules answers with none. */
    private static JsonNode onlyResult(JsonNode answered) {
        expect(answered.isArray() && answered.size() == 1, "no result");
        var only = answered.required(0);
        expect(hasOnly(only, Set.of("result")), "no result");
        return only.required("result");
    }

    /** Knows what the question was, and so what its answer has to speak of. */
    private final class ForQuestion {
        private final Instant time;
        private final Set<Oin> recipients = new HashSet<>();
        private final Set<Oin> namedTwice = new HashSet<>();
        private final Set<ContentDigest> items = new HashSet<>();
        private final Map<String, ContentDigest> known = new HashMap<>();
        private final Set<ContentDigest> listedTwice = new HashSet<>();

        ForQuestion(Expected expected) {
            this.time = expected.time();
            for (var recipient : expected.recipients()) {
                if (!recipients.add(recipient)) {
                    namedTwice.add(recipient);
                }
            }
            for (var item : expected.items()) {
                known.put(item.value(), item);
                if (!items.add(item)) {
                    listedTwice.add(item);
                }
            }
        }

        /** Those asked about were checked when they were asked; another one is found out by its absence there. */
        private ContentDigest item(String id) {
            var asked = known.get(id);
            return asked == null ? new ContentDigest(id) : asked;
        }

        SortedMap<Oin, Answer> answers(JsonNode subjects) {
            var answers = new TreeMap<Oin, Answer>();
            object(subjects).forEachEntry((oin, part) -> answers.put(new Oin(oin), answer(part)));
            expect(answers.keySet().equals(recipients), "other recipients");
            for (var oin : namedTwice) {
                expect(answer(answers, oin).permitted().isEmpty(), "a permit for a recipient named twice");
            }
            return answers;
        }

        private static Answer answer(SortedMap<Oin, Answer> answers, Oin oin) {
            return java.util.Objects.requireNonNull(answers.get(oin));
        }

        private Answer answer(JsonNode part) {
            var names = object(part).propertyNames();
            expect(PARTS.containsAll(names) && names.containsAll(ALWAYS), "other parts");
            var permitted = ids(part.required("permitted"), this::item);
            var refused = perItem(part.required("refused"), this::item, ForQuestion::reason);
            expect(permitted.size() + refused.size() == items.size(), "an item without an answer");
            for (var id : permitted) {
                expect(items.contains(id) && !listedTwice.contains(id), "a permit for what was not asked");
            }
            expect(items.containsAll(refused.keySet()), "a refusal of what was not asked");
            var wouldHelp = perItem(part.required("would_help"), this::item, Strict::text);
            expect(refused.keySet().containsAll(wouldHelp.keySet()), "help for what was not refused");
            return new Answer(
                    permitted,
                    refused,
                    perItem(part.required("bases"), this::item, ForQuestion::basis),
                    list(part.required("obligations"), duty -> obligation(duty, permitted)),
                    wouldHelp,
                    list(part.required("gaps"), Strict::text),
                    validUntil(part.get("valid_until")));
        }

        private Obligation obligation(JsonNode duty, Set<ContentDigest> permitted) {
            expect(hasOnly(duty, Set.of("code", "items")), "a strange obligation");
            var obligation = new Obligation(text(duty.required("code")), ids(duty.required("items"), this::item));
            expect(obligations.contains(obligation.code()), "an obligation nobody here can meet");
            expect(permitted.containsAll(obligation.items()), "an obligation for what is not permitted");
            return obligation;
        }

        private @Nullable Instant validUntil(@Nullable JsonNode moment) {
            if (moment == null) {
                return null;
            }
            var until = Instant.ofEpochSecond(whole(moment));
            expect(until.isAfter(time), "an answer that holds no longer");
            return until;
        }

        private static Reason reason(JsonNode reason) {
            expect(hasOnly(reason, Set.of("code", "article")), "a strange reason");
            return new Reason(text(reason.required("code")), text(reason.required("article")));
        }

        private static Basis basis(JsonNode basis) {
            expect(hasOnly(basis, Set.of("code", "article")), "a strange basis");
            return new Basis(text(basis.required("code")), text(basis.required("article")));
        }
    }
}
