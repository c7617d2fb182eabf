package nl.spil.author;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One decision as an example: a file that names a question, what is different in it, and the answer expected.
 *
 * @param file its name without the ending, a sentence
 */
record Story(String file, String title, JsonNode question, Map<String, JsonNode> expected) {

    static List<Story> all(PolicyFolder folder) {
        return folder.files("cases", name -> name.matches("cases/[^/]+\\.yaml")).stream()
                .map(name -> read(folder, name))
                .toList();
    }

    private static Story read(PolicyFolder folder, String name) {
        var story = Moments.inSeconds(folder.yaml(name));
        if (!story.path("title").isString() || !story.path("expect").isObject()) {
            throw new UnreadableSource(name, "a story has a title, a question or what is given, and what to expect");
        }
        var question = question(folder, story);
        Change.give(question, story.path("given"));
        var expected = new TreeMap<String, JsonNode>();
        story.get("expect").properties().forEach(one -> expected.put(one.getKey(), one.getValue()));
        return new Story(
                name.substring("cases/".length(), name.length() - ".yaml".length()),
                story.get("title").asString(),
                question,
                expected);
    }

    /** The question that a story starts from; one that starts from none gives everything itself. */
    private static ObjectNode question(PolicyFolder folder, JsonNode story) {
        return story.has("question")
                ? (ObjectNode) Moments.inSeconds(
                        folder.yaml("cases/questions/" + story.get("question").asString() + ".yaml"))
                : JsonNodeFactory.instance.objectNode();
    }

    @Override
    public String toString() {
        return title;
    }
}
