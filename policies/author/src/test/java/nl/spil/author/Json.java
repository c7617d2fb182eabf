package nl.spil.author;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON for the tests: read, and written in one form so that equal answers are equal texts. */
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Json() {}

    static JsonNode read(String text) {
        return MAPPER.readTree(text);
    }

    /** Members sorted, numbers plain: one text per value, whichever engine wrote it. */
    static String canonical(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> {
                var members = new TreeMap<String, String>();
                node.properties().forEach(member -> members.put(member.getKey(), canonical(member.getValue())));
                yield members.entrySet().stream()
                        .map(member -> quoted(member.getKey()) + ":" + member.getValue())
                        .collect(Collectors.joining(",", "{", "}"));
            }
            case ARRAY -> node.valueStream().map(Json::canonical).collect(Collectors.joining(",", "[", "]"));
            case NUMBER -> plain(node.decimalValue());
            default -> node.toString();
        };
    }

    static String digest(String text) {
        try {
            var bytes = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String quoted(String text) {
        return MAPPER.writeValueAsString(text);
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
