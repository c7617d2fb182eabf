package nl.spil.sdk.cli;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.spil.protocol.AnswerType;
import nl.spil.protocol.DataCategory;
import nl.spil.protocol.Json;
import nl.spil.protocol.MalformedJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * An item as it is written on the command line: {@code CATEGORY:TYPE:SUBJECT:VALUE}, the value inline or, after an @, in a
 * file. A text file becomes a text, a JSON file its value, anything else a document with its name.
 */
record ItemText(DataCategory category, AnswerType answerType, String subject, Optional<String> value) {
    private static final int LARGEST = 1 << 20;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    static ItemText parse(String text) {
        var parts = List.of(text.split(":", 4));
        if (parts.size() < 3) {
            throw new IllegalArgumentException("CATEGORY:TYPE:SUBJECT:VALUE");
        }
        return new ItemText(
                new DataCategory(parts.get(0).toUpperCase(Locale.ROOT)),
                AnswerType.valueOf(parts.get(1).toUpperCase(Locale.ROOT)),
                parts.get(2),
                parts.size() < 4 ? Optional.empty() : Optional.of(parts.get(3)));
    }

    /** The value itself; reads the file when it names one. */
    JsonNode content() {
        var written = value.orElseThrow(() -> new IllegalArgumentException("an item to send has a value"));
        return written.startsWith("@") ? fromFile(Path.of(written.substring(1))) : inline(written);
    }

    private JsonNode inline(String written) {
        if (answerType == AnswerType.YES_NO || answerType == AnswerType.KNOWN) {
            return switch (written.toLowerCase(Locale.ROOT)) {
                case "ja", "yes", "true" -> NODES.booleanNode(true);
                case "nee", "no", "false" -> NODES.booleanNode(false);
                default -> NODES.stringNode(written);
            };
        }
        return NODES.stringNode(written);
    }

    private static JsonNode fromFile(Path file) {
        var bytes = NamedFile.read(file);
        var name = String.valueOf(file.getFileName());
        if (name.toLowerCase(Locale.ROOT).endsWith(".json")) {
            return json(bytes, file);
        }
        return text(bytes)
                .<JsonNode>map(NODES::stringNode)
                .orElseGet(() -> NODES.objectNode()
                        .put("name", name)
                        .put("mediaType", mediaType(name))
                        .put("base64", Base64.getEncoder().encodeToString(bytes)));
    }

    private static JsonNode json(byte[] bytes, Path file) {
        try {
            return Json.read(bytes, LARGEST);
        } catch (MalformedJson e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }

    /** Text when it is UTF-8 without control characters; a PDF never is. */
    private static Optional<String> text(byte[] bytes) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.chars().allMatch(c -> c >= ' ' || c == '\n' || c == '\r' || c == '\t')
                    ? Optional.of(text)
                    : Optional.empty();
        } catch (CharacterCodingException notText) {
            return Optional.empty();
        }
    }

    private static String mediaType(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".pdf") ? "application/pdf" : "application/octet-stream";
    }
}
