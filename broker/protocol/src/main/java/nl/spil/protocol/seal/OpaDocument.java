package nl.spil.protocol.seal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Set;
import nl.spil.protocol.CanonicalJson;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What OPA hashes of a file in a bundle: its bytes, but of the two documents it reads as such their value, so that white
 * space in them means nothing. Tables stand deeper than messages may, which is why {@link CanonicalJson} writes the
 * leaves only.
 */
final class OpaDocument {
    private static final Set<String> DOCUMENTS = Set.of("data.json", ".manifest");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private OpaDocument() {}

    static byte[] hashed(String name, byte[] bytes) {
        if (!DOCUMENTS.contains(name)) {
            return bytes;
        }
        try {
            var out = new StringBuilder(bytes.length);
            write(JSON.readTree(bytes), out);
            return out.toString().getBytes(UTF_8);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(name + " is not JSON", e);
        }
    }

    private static void write(JsonNode value, StringBuilder out) {
        if (value.isObject()) {
            writeObject(value, out);
        } else if (value.isArray()) {
            out.append('[');
            var separator = "";
            for (var each : value.values()) {
                out.append(separator);
                write(each, out);
                separator = ",";
            }
            out.append(']');
        } else {
            out.append(CanonicalJson.text(value));
        }
    }

    private static void writeObject(JsonNode object, StringBuilder out) {
        var names = new ArrayList<>(object.propertyNames());
        names.sort(Comparator.naturalOrder());
        out.append('{');
        var separator = "";
        for (var name : names) {
            out.append(separator)
                    .append(CanonicalJson.text(Jwk.object().stringNode(name)))
                    .append(':');
            write(object.required(name), out);
            separator = ",";
        }
        out.append('}');
    }
}
