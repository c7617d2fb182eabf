package nl.spil.replay;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.spil.decision.Rehearsal;
import nl.spil.protocol.ContentDigest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A past decision as an example for {@code policies/cases}: in disguise, and only when the rules that decided give the
 * disguised question the answer that was recorded.
 */
final class StoryDraft {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final DecidedEntry decided;
    private final Rehearsal rules;

    /** @param rules those that decided */
    StoryDraft(DecidedEntry decided, Rehearsal rules) {
        this.decided = decided;
        this.rules = rules;
    }

    /** The members {@code given} and {@code expect} of a story; empty when no disguise keeps the answer. */
    Optional<ObjectNode> json() {
        var question = decided.question().json();
        return in(Disguise.inMinutes(question)).or(() -> in(Disguise.exact(question)));
    }

    private Optional<ObjectNode> in(Disguise disguise) {
        var given = disguise.of(decided.question().json());
        var subjects = rules.say(given).path("subjects");
        if (!isAsRecorded(subjects, disguise)) {
            return Optional.empty();
        }
        var story = JSON.objectNode();
        story.set("given", Disguise.written(given));
        var expect = story.putObject("expect");
        subjects.properties().forEach(part -> expect.set(part.getKey(), expected(part.getValue())));
        return Optional.of(story);
    }

    private boolean isAsRecorded(JsonNode subjects, Disguise disguise) {
        if (decided.recorded().isEmpty()
                || subjects.size() != decided.recorded().size()) {
            return false;
        }
        return decided.recorded().entrySet().stream().allMatch(one -> {
            var part = subjects.path(disguise.of(one.getKey().value()));
            var recorded = Answered.of(one.getValue().record());
            return part.isObject() && said(part).equals(said(recorded, disguise));
        });
    }

    /** Item by item what was ruled, and what must be done. */
    private static Map<String, Set<String>> said(Answered recorded, Disguise disguise) {
        var said = new TreeMap<String, Set<String>>();
        recorded.items()
                .forEach((id, ruled) -> said.put(
                        disguise.of(id.value()),
                        switch (ruled) {
                            case Ruled.Permitted(var bases) -> bases;
                            case Ruled.Refused(var reasons) -> reasons;
                        }));
        recorded.duties().forEach((code, items) -> said.put(code, named(items, disguise)));
        return said;
    }

    private static Set<String> named(Set<ContentDigest> items, Disguise disguise) {
        return items.stream().map(id -> disguise.of(id.value())).collect(Collectors.toSet());
    }

    private static Map<String, Set<String>> said(JsonNode part) {
        var said = new TreeMap<String, Set<String>>();
        part.path("bases").properties().forEach(one -> said.put(one.getKey(), codes(one.getValue())));
        part.path("refused").properties().forEach(one -> said.put(one.getKey(), codes(one.getValue())));
        part.path("obligations")
                .forEach(duty -> said.put(
                        duty.path("code").stringValue(""),
                        duty.path("items")
                                .valueStream()
                                .map(JsonNode::stringValue)
                                .collect(Collectors.toSet())));
        return said;
    }

    private static Set<String> codes(JsonNode rules) {
        return rules.valueStream()
                .map(rule -> rule.path("code").stringValue(""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static ObjectNode expected(JsonNode part) {
        var expected = JSON.objectNode();
        expected.set("permits", part.path("permitted"));
        expected.set("refuses", listed(part.path("refused")));
        expected.set("bases", listed(part.path("bases")));
        expected.set("obligations", listedCodes(part.path("obligations")));
        expected.set("would_help", part.path("would_help"));
        expected.set("gaps", part.path("gaps"));
        return expected;
    }

    private static ObjectNode listed(JsonNode perItem) {
        var listed = JSON.objectNode();
        perItem.properties().forEach(one -> listed.set(one.getKey(), listedCodes(one.getValue())));
        return listed;
    }

    private static ArrayNode listedCodes(JsonNode rules) {
        var codes = JSON.arrayNode();
        rules.forEach(rule -> codes.add(rule.path("code").stringValue("")));
        return codes;
    }
}
