package nl.spil.replay;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A question in which nobody can be found any more: everything that is no code gets the name of its role, and moments keep
 * their distance to an invented one. What it does not know it takes for an identifier.
 */
final class Disguise {
    static final long INVENTED = Instant.parse("2026-03-01T09:00:00Z").getEpochSecond();
    private static final long SMALLEST_MOMENT = 100_000_000;
    private static final long MINUTE = 60;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** Members whose texts are words of the rules. */
    private static final Set<String> CODES = Set.of(
            "ageBand",
            "answerType",
            "categories",
            "category",
            "class",
            "code",
            "kind",
            "name",
            "purpose",
            "role",
            "secrecyBases",
            "stage",
            "type");

    private final Map<String, String> names = new HashMap<>();
    private final Set<String> taken = new HashSet<>();
    private final long time;
    private final long step;

    private Disguise(JsonNode question, long step) {
        this.time = question.at("/context/time").longValue(0);
        this.step = step;
        name(question.at("/resource/case/id"), "case");
        name(
                question.at("/resource/provider/oin"),
                question.at("/resource/provider/type").stringValue("provider"));
        question.path("subjects")
                .forEach(one -> name(one.path("oin"), one.path("type").stringValue("recipient")));
        question.at("/resource/items").forEach(item -> {
            name(item.path("id"), item.path("category").stringValue("item"));
            name(item.at("/subject/pseudonym"), item.at("/subject/ageBand").stringValue("somebody"));
        });
        name(question.at("/context/partnership/id"), "partnership");
        name(question.at("/context/necessity/judgedBy"), "colleague");
    }

    /** With moments in whole minutes from the question's own. */
    static Disguise inMinutes(JsonNode question) {
        return new Disguise(question, MINUTE);
    }

    /** With moments to the second, for when a minute makes a difference. */
    static Disguise exact(JsonNode question) {
        return new Disguise(question, 1);
    }

    private void name(JsonNode identifier, String role) {
        if (identifier.isString()) {
            names.computeIfAbsent(identifier.stringValue(), _ -> free(role));
        }
    }

    private String free(String role) {
        var name = role.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        for (var number = 1; ; number++) {
            var candidate = number == 1 ? name : name + "-" + number;
            if (taken.add(candidate)) {
                return candidate;
            }
        }
    }

    /** What an identifier is called. */
    String of(String identifier) {
        return names.computeIfAbsent(identifier, _ -> free("name"));
    }

    ObjectNode of(JsonNode question) {
        return (ObjectNode) of("", question);
    }

    private JsonNode of(String member, JsonNode node) {
        return switch (node) {
            case ObjectNode object -> {
                var copy = JSON.objectNode();
                object.properties().forEach(one -> copy.set(one.getKey(), of(one.getKey(), one.getValue())));
                yield copy;
            }
            case ArrayNode list -> {
                var copy = JSON.arrayNode();
                list.forEach(one -> copy.add(of(member, one)));
                yield copy;
            }
            case JsonNode text
            when text.isString() -> CODES.contains(member) ? text : JSON.stringNode(named(member, text.stringValue()));
            case JsonNode number
            when number.isIntegralNumber() && Math.abs(number.longValue()) >= SMALLEST_MOMENT ->
                JSON.numberNode(INVENTED + Math.floorDiv(number.longValue() - time, step) * step);
            default -> node;
        };
    }

    private String named(String member, String identifier) {
        return names.computeIfAbsent(identifier, _ -> free(member.equals("id") ? "consent" : member));
    }

    /** The same with moments as people write them. */
    static JsonNode written(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> {
                var copy = JSON.objectNode();
                object.properties().forEach(one -> copy.set(one.getKey(), written(one.getValue())));
                yield copy;
            }
            case ArrayNode list -> {
                var copy = JSON.arrayNode();
                list.forEach(one -> copy.add(written(one)));
                yield copy;
            }
            case JsonNode number
            when number.isIntegralNumber() && number.longValue() >= SMALLEST_MOMENT ->
                JSON.stringNode(Instant.ofEpochSecond(number.longValue()).toString());
            default -> node;
        };
    }
}
