package nl.spil.protocol;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Reads JSON strictly, so that no two readers can differ about what a message says: UTF-8, one value, no duplicate
 * members, at most eight levels, whole numbers within 2^53, no lone surrogates.
 */
public final class Json {
    /** How deep arrays and objects may stand inside each other. */
    public static final int MAXIMUM_DEPTH = 8;

    private static final long LARGEST_INTEGER = (1L << 53) - 1;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonFactory STRICT = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .disable(JsonFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAXIMUM_DEPTH)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(256)
                    .maxNumberLength(20)
                    .build())
            .build();

    private Json() {}

    /** Reads one value; throws {@link MalformedJson} when the bytes are more than allowed or not strict JSON. */
    public static JsonNode read(byte[] bytes, int maximumBytes) {
        if (bytes.length > maximumBytes) {
            throw new MalformedJson("oversize", "The message is larger than allowed.");
        }
        return read(decoded(bytes));
    }

    /** Reads one value from text that is known to be of bounded size. */
    public static JsonNode read(String text) {
        try (var parser = STRICT.createParser(ObjectReadContext.empty(), text)) {
            parser.nextToken();
            var value = value(parser, text.contains("\\u"));
            if (parser.nextToken() != null) {
                throw new MalformedJson("not-json", "Something follows the JSON value.");
            }
            return value;
        } catch (StreamConstraintsException e) {
            throw refused(e);
        } catch (JacksonException e) {
            throw isDuplicate(e)
                    ? new MalformedJson("duplicated-member-names", "A member occurs twice in one object.")
                    : new MalformedJson("not-json", "The message is not well-formed JSON.");
        }
    }

    private static String decoded(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new MalformedJson("not-json", "The message is not UTF-8.");
        }
    }

    private static JsonNode value(JsonParser parser, boolean escapes) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser, escapes);
            case START_ARRAY -> array(parser, escapes);
            case VALUE_STRING -> NODES.stringNode(text(parser.getString(), escapes));
            case VALUE_NUMBER_INT -> NODES.numberNode(integer(parser));
            case VALUE_NUMBER_FLOAT ->
                throw new MalformedJson("float-number", "Numbers with a fraction or an exponent are not accepted.");
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            case VALUE_NULL -> NODES.nullNode();
            case null, default -> throw new MalformedJson("not-json", "The message holds no JSON value.");
        };
    }

    private static JsonNode object(JsonParser parser, boolean escapes) {
        var object = NODES.objectNode();
        for (var name = parser.nextName(); name != null; name = parser.nextName()) {
            parser.nextToken();
            object.set(text(name, escapes), value(parser, escapes));
        }
        return object;
    }

    private static JsonNode array(JsonParser parser, boolean escapes) {
        var array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(parser, escapes));
        }
        return array;
    }

    private static long integer(JsonParser parser) {
        if (parser.getStringLength() <= 17) {
            var value = parser.getLongValue();
            if (Math.abs(value) <= LARGEST_INTEGER) {
                return value;
            }
        }
        throw new MalformedJson("large-number", "Whole numbers beyond 2^53 are not accepted.");
    }

    /** Valid UTF-8 holds no lone surrogates, so only text with escapes can smuggle one in. */
    private static String text(String text, boolean escapes) {
        if (escapes && holdsHalfACharacter(text)) {
            throw new MalformedJson("not-json", "A string holds half a character.");
        }
        return text;
    }

    static boolean holdsHalfACharacter(String text) {
        for (var i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (i + 1 == text.length() || !Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }

    private static MalformedJson refused(StreamConstraintsException e) {
        var message = String.valueOf(e.getMessage());
        if (message.contains("depth")) {
            return new MalformedJson("nesting-bomb", "Arrays and objects stand deeper than eight levels.");
        }
        return message.contains("Number")
                ? new MalformedJson("large-number", "Whole numbers beyond 2^53 are not accepted.")
                : new MalformedJson("oversize", "A name or string is longer than allowed.");
    }

    private static boolean isDuplicate(JacksonException e) {
        return String.valueOf(e.getMessage()).startsWith("Duplicate Object property");
    }
}
