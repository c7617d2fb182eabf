package nl.spil.replay;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import nl.spil.decision.Answer;
import nl.spil.decision.PolicyTexts;
import nl.spil.decision.PolicyVersion;
import nl.spil.decision.RecordedQuestion;
import nl.spil.protocol.ContentDigest;
import nl.spil.protocol.Oin;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Why an entry was decided as it was, and what the rules in use say of the same question, in words. */
final class Explanation {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final DecidedEntry decided;
    private final Optional<SortedMap<Oin, Answer>> now;
    private final PolicyTexts texts;
    private final Locale language;

    /** @param now empty when the rules in use cannot answer this question */
    Explanation(DecidedEntry decided, Optional<SortedMap<Oin, Answer>> now, PolicyTexts texts, Locale language) {
        this.decided = decided;
        this.now = now;
        this.texts = texts;
        this.language = language;
    }

    ObjectNode json(PolicyVersion inUse) {
        var json = JSON.objectNode();
        json.put("entry", decided.entry().index());
        json.put("type", decided.entry().leaf().type());
        json.put("time", decided.entry().leaf().time().toString());
        json.set("decidedBy", ReportJson.version(decided.decidedBy()));
        json.set("inUse", ReportJson.version(inUse));
        json.put("answeredNow", now.isPresent());
        var recipients = json.putArray("recipients");
        decided.question().recipients().stream().distinct().forEach(one -> recipients.add(recipient(one)));
        json.set("question", decided.question().json());
        return json;
    }

    private ObjectNode recipient(RecordedQuestion.Recipient recipient) {
        var json = JSON.objectNode();
        json.put("recipient", recipient.oin().value());
        json.put("type", recipient.type());
        var recorded = Optional.ofNullable(decided.recorded().get(recipient.oin()));
        recorded.ifPresent(one -> json.put("entry", one.entry().index()));
        var then = recorded.map(PastDecision.Recorded::record);
        var today = now.map(answers -> answers.get(recipient.oin()));
        var items = json.putArray("items");
        decided.question().items().stream().distinct().forEach(item -> items.add(item(item, then, today)));
        then.ifPresent(record -> json.set("obligations", duties(record)));
        then.ifPresent(record ->
                json.set("gaps", words(record.required("gaps").valueStream().map(JsonNode::stringValue))));
        today.ifPresent(answer -> json.set("obligationsNow", duties(answer)));
        today.ifPresent(answer -> json.set("gapsNow", words(answer.gaps().stream())));
        return json;
    }

    private ObjectNode item(RecordedQuestion.Item item, Optional<JsonNode> then, Optional<Answer> today) {
        var json = JSON.objectNode();
        json.put("item", item.id().value());
        json.put("category", item.category());
        json.put("answerType", item.answerType());
        then.flatMap(record -> find(record, item.id())).ifPresent(found -> json.set("then", ruling(found)));
        today.ifPresent(answer -> json.set("now", ruling(answer, item.id())));
        return json;
    }

    private static Optional<JsonNode> find(JsonNode record, ContentDigest id) {
        return record.required("items")
                .valueStream()
                .filter(item -> item.path("item").stringValue("").equals(id.value()))
                .findFirst();
    }

    private ObjectNode ruling(JsonNode recorded) {
        return recorded.has("bases")
                ? permitted(pairs(recorded.required("bases")))
                : refused(
                        pairs(recorded.required("reasons")),
                        recorded.required("help").valueStream().map(JsonNode::stringValue));
    }

    private ObjectNode ruling(Answer answer, ContentDigest id) {
        return answer.permitted().contains(id)
                ? permitted(answer.bases().getOrDefault(id, List.of()).stream()
                        .map(basis -> new Cited(basis.code(), basis.article())))
                : refused(
                        answer.refused().getOrDefault(id, List.of()).stream()
                                .map(reason -> new Cited(reason.code(), reason.article())),
                        answer.wouldHelp().getOrDefault(id, List.of()).stream());
    }

    /** A rule and the article it rests on. */
    private record Cited(String code, String article) {}

    private static Stream<Cited> pairs(JsonNode pairs) {
        return pairs.valueStream()
                .map(pair -> new Cited(
                        pair.required(0).stringValue(), pair.required(1).stringValue()));
    }

    private ObjectNode permitted(Stream<Cited> bases) {
        var json = JSON.objectNode().put("outcome", "PERMITTED");
        json.set("bases", cited("bases", bases));
        return json;
    }

    private ObjectNode refused(Stream<Cited> reasons, Stream<String> help) {
        var json = JSON.objectNode().put("outcome", "REFUSED");
        json.set("reasons", cited("refusals", reasons));
        json.set("wouldHelp", words(help));
        return json;
    }

    private ArrayNode cited(String folder, Stream<Cited> rules) {
        var list = JSON.arrayNode();
        rules.forEach(one -> list.add(
                words(one.code()).put("article", one.article()).put("rule", "policies/" + folder + "/" + one.code())));
        return list;
    }

    private ArrayNode words(Stream<String> codes) {
        var list = JSON.arrayNode();
        codes.forEach(code -> list.add(words(code)));
        return list;
    }

    private ObjectNode words(String code) {
        var text = texts.of(code, language);
        return JSON.objectNode().put("code", code).put("title", text.title()).put("sentence", text.sentence());
    }

    private ArrayNode duties(JsonNode record) {
        var list = JSON.arrayNode();
        record.required("obligations").forEach(duty -> {
            var items = list.addObject()
                    .setAll(words(duty.required("code").stringValue()))
                    .putArray("items");
            duty.required("items")
                    .forEach(place -> items.add(record.required("items")
                            .required(place.intValue())
                            .required("item")
                            .stringValue()));
        });
        return list;
    }

    private ArrayNode duties(Answer answer) {
        var list = JSON.arrayNode();
        answer.obligations().forEach(duty -> {
            var items = list.addObject().setAll(words(duty.code())).putArray("items");
            duty.items().forEach(id -> items.add(id.value()));
        });
        return list;
    }
}
