package nl.spil.author;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.spil.protocol.Sha256;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON, read, and written in one form so that equal values are equal texts: the one opa writes. */
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final Comparator<String> BY_BYTES = (one, other) -> Arrays.compareUnsigned(utf8(one), utf8(other));

    private Json() {}

    static JsonNode read(String text) {
        return MAPPER.readTree(text);
    }

    static JsonNode read(byte[] utf8) {
        return MAPPER.readTree(utf8);
    }

    static String pretty(Object value) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value);
    }

    /** Members sorted, numbers plain: one text per value, whichever engine wrote it. */
    static String canonical(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> {
                var members = new TreeMap<String, String>(BY_BYTES);
                node.properties().forEach(member -> members.put(member.getKey(), canonical(member.getValue())));
                yield members.entrySet().stream()
                        .map(member -> quoted(member.getKey()) + ":" + member.getValue())
                        .collect(Collectors.joining(",", "{", "}"));
            }
            case ARRAY -> node.valueStream().map(Json::canonical).collect(Collectors.joining(",", "[", "]"));
            case NUMBER -> plain(node.decimalValue());
            case STRING -> quoted(node.stringValue());
            default -> node.toString();
        };
    }

    static String digest(byte[] bytes) {
        return HexFormat.of().formatHex(Sha256.digest(bytes));
    }

    static String digest(String text) {
        return digest(utf8(text));
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** As Go writes it, so that what is built here and what opa builds is the same, byte for byte. */
    private static String quoted(String text) {
        return MAPPER.writeValueAsString(text)
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
