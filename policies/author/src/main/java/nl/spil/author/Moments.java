package nl.spil.author;

import java.time.Instant;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Moments as people write them and as the rules read them. */
final class Moments {
    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
    private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;

    private Moments() {}

    /** The same with every moment in seconds since 1970. */
    static JsonNode inSeconds(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> {
                var copy = MAKE.objectNode();
                object.properties().forEach(member -> copy.set(member.getKey(), inSeconds(member.getValue())));
                yield copy;
            }
            case ArrayNode list -> {
                var copy = MAKE.arrayNode();
                list.forEach(value -> copy.add(inSeconds(value)));
                yield copy;
            }
            case StringNode text
            when MOMENT.matcher(text.stringValue()).matches() ->
                MAKE.numberNode(Instant.parse(text.stringValue()).getEpochSecond());
            default -> node;
        };
    }
}
