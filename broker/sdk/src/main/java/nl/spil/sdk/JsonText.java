package nl.spil.sdk;

import nl.spil.protocol.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** JSON as the broker and a partner's own files have it: read as strictly as everything in Spil, written plainly. */
final class JsonText {
    private static final JsonMapper MAPPER = JsonMapper.shared();
    // As large as the largest answer that is let in.
    private static final int LARGEST = 16 << 20;

    private JsonText() {}

    /** Throws {@link nl.spil.protocol.MalformedJson}. */
    static JsonNode read(byte[] text) {
        return Json.read(text, LARGEST);
    }

    static byte[] write(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    /** For files that a person may want to look at. */
    static byte[] pretty(Object value) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(value);
    }

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }
}
