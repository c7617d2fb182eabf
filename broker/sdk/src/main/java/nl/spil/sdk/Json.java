package nl.spil.sdk;

import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The one way JSON is read here: a member named twice is a mistake, never a choice. */
final class Json {
    private static final JsonMapper STRICT = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    static JsonNode read(byte[] text) {
        return STRICT.readTree(text);
    }

    static byte[] write(Object value) {
        return STRICT.writeValueAsBytes(value);
    }

    static byte[] pretty(Object value) {
        return STRICT.writerWithDefaultPrettyPrinter().writeValueAsBytes(value);
    }

    static ObjectNode object() {
        return STRICT.createObjectNode();
    }
}
