package nl.spil.author;

import java.time.Instant;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes a question as a story that can be kept in {@code cases/}. */
final class StoryText {
    /** Members whose number is a moment. */
    private static final Set<String> MOMENTS = Set.of(
            "time",
            "agreementFrom",
            "agreementUntil",
            "assignedUntil",
            "admittedUntil",
            "judgedAt",
            "agreedAt",
            "givenAt",
            "validUntil",
            "declaredAt",
            "until");

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9_./-]*");
    private static final Set<String> NOT_PLAIN = Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null");

    private StoryText() {}

    /** The counterexample as it should be answered. */
    static String of(String title, Counterexample example) {
        var text = new StringBuilder("title: " + title + "\ngiven:\n");
        block(example.question(), 1, text);
        text.append("expect:\n");
        example.question()
                .path("subjects")
                .forEach(subject -> text.append("  ")
                        .append(scalar(subject.path("oin")))
                        .append(": {permits: ")
                        .append(expected(example))
                        .append("}\n"));
        return text.toString();
    }

    private static String expected(Counterexample example) {
        return example.mustBePermitted()
                ? example.question()
                        .at("/resource/items")
                        .valueStream()
                        .map(item -> scalar(item.path("id")))
                        .collect(Collectors.joining(", ", "[", "]"))
                : "[]";
    }

    /** Two levels of lines, then each on its own line. */
    private static void block(JsonNode node, int level, StringBuilder text) {
        node.properties().forEach(member -> {
            var value = member.getValue();
            text.append("  ".repeat(level)).append(member.getKey()).append(':');
            if (value.isObject() && level < 2 && !value.isEmpty()) {
                text.append('\n');
                block(value, level + 1, text);
            } else if (value.isArray() && !value.isEmpty() && value.get(0).isObject()) {
                text.append('\n');
                value.forEach(each -> text.append("  ".repeat(level + 1))
                        .append("- ")
                        .append(flow("", each))
                        .append('\n'));
            } else {
                text.append(' ').append(flow(member.getKey(), value)).append('\n');
            }
        });
    }

    private static String flow(String name, JsonNode value) {
        if (value instanceof ObjectNode object) {
            return object.properties().stream()
                    .map(member -> member.getKey() + ": " + flow(member.getKey(), member.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value.isArray()) {
            return value.valueStream().map(each -> flow("", each)).collect(Collectors.joining(", ", "[", "]"));
        }
        return MOMENTS.contains(name) && value.isIntegralNumber()
                ? Instant.ofEpochSecond(value.longValue()).toString()
                : scalar(value);
    }

    private static String scalar(JsonNode value) {
        var text = value.asString();
        var plain = value.isString() && PLAIN.matcher(text).matches() && !NOT_PLAIN.contains(text);
        return plain ? text : value.toString();
    }
}
