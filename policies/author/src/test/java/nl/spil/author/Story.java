package nl.spil.author;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * One decision as an example: a file that names a question, what is different in it, and the answer expected.
 *
 * @param file its name without the ending, a sentence
 */
record Story(String file, String title, JsonNode question, Map<String, JsonNode> expected) {
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");

    static List<Story> all() {
        return Project.files("cases", name -> name.matches("cases/[^/]+\\.yaml")).stream()
                .map(name -> read(Project.POLICIES.resolve(name)))
                .toList();
    }

    private static Story read(Path file) {
        var story = yaml(file);
        var base = yaml(
                file.resolveSibling("questions").resolve(story.get("question").asString() + ".yaml"));
        if (story.has("given")) {
            change((ObjectNode) base, story.get("given"));
        }
        var expected = new java.util.TreeMap<String, JsonNode>();
        story.get("expect").properties().forEach(one -> expected.put(one.getKey(), one.getValue()));
        var name = file.getFileName().toString();
        return new Story(
                name.substring(0, name.length() - ".yaml".length()),
                story.get("title").asString(),
                base,
                expected);
    }

    private static JsonNode yaml(Path file) {
        return moments(YAML.readTree(Project.read(file)));
    }

    /** Members replace members, lists replace lists, and null takes a member away. */
    private static void change(ObjectNode base, JsonNode given) {
        given.properties().forEach(member -> {
            var name = member.getKey();
            var value = member.getValue();
            if (value.isNull()) {
                base.remove(name);
            } else if (value.isObject() && base.get(name) instanceof ObjectNode below) {
                change(below, value);
            } else {
                base.set(name, value);
            }
        });
    }

    private static JsonNode moments(JsonNode node) {
        var make = JsonNodeFactory.instance;
        return switch (node) {
            case ObjectNode object -> {
                var copy = make.objectNode();
                object.properties().forEach(member -> copy.set(member.getKey(), moments(member.getValue())));
                yield copy;
            }
            case StringNode text
            when MOMENT.matcher(text.stringValue()).matches() ->
                make.numberNode(Instant.parse(text.stringValue()).getEpochSecond());
            case JsonNode list
            when list.isArray() -> {
                var copy = make.arrayNode();
                list.forEach(value -> copy.add(moments(value)));
                yield copy;
            }
            default -> node;
        };
    }

    @Override
    public String toString() {
        return title;
    }
}
