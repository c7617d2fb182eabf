package nl.spil.author;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Tables and texts as JSON, made from what authors write as opa would make it. */
final class Tables {
    private Tables() {}

    static byte[] data(Sources sources) {
        var whole = JsonNodeFactory.instance.objectNode();
        sources.tables().forEach(name -> merge(whole, sources.folder().yaml(name), name));
        return line(whole);
    }

    static byte[] texts(Sources sources) {
        return line(sources.folder().yaml(sources.texts()).at("/spil/texts"));
    }

    private static byte[] line(JsonNode value) {
        return Json.utf8(Json.canonical(value) + "\n");
    }

    /** Two tables of one name would be two truths. */
    private static void merge(ObjectNode whole, JsonNode part, String name) {
        part.properties().forEach(member -> {
            var there = whole.get(member.getKey());
            if (there == null) {
                whole.set(member.getKey(), member.getValue());
            } else if (there instanceof ObjectNode below && member.getValue().isObject()) {
                merge(below, member.getValue(), name);
            } else {
                throw new UnreadableSource(name, member.getKey() + " stands in another table too");
            }
        });
    }
}
