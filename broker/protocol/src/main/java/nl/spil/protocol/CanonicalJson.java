package nl.spil.protocol;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import tools.jackson.databind.JsonNode;

/**
 * The one byte form of a JSON value (RFC 8785), for what is hashed: strings, whole numbers within 2^53, booleans, null,
 * arrays and objects. Numbers with a fraction have no place in Spil and are refused, which keeps this trivial.
 */
public final class CanonicalJson {
    private static final long LARGEST_INTEGER = (1L << 53) - 1;
    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private CanonicalJson() {}

    public static byte[] bytes(JsonNode value) {
        return text(value).getBytes(StandardCharsets.UTF_8);
    }

    public static String text(JsonNode value) {
        var out = new StringBuilder(256);
        write(value, 0, out);
        return out.toString();
    }

    /** Never writes what {@link Json} would not read back. */
    private static void write(JsonNode value, int depth, StringBuilder out) {
        if (value.isContainer() && depth == Json.MAXIMUM_DEPTH) {
            throw new IllegalArgumentException("arrays and objects stand deeper than eight levels");
        }
        switch (value.getNodeType()) {
            case OBJECT -> writeObject(value, depth + 1, out);
            case ARRAY -> writeArray(value, depth + 1, out);
            case STRING -> writeString(value.stringValue(), out);
            case NUMBER -> out.append(integer(value));
            case BOOLEAN -> out.append(value.booleanValue());
            case NULL -> out.append("null");
            case BINARY, MISSING, POJO -> throw new IllegalArgumentException("this is no JSON value");
        }
    }

    /** Names are sorted by UTF-16 code units, which is how Java compares strings. */
    private static void writeObject(JsonNode object, int depth, StringBuilder out) {
        var names = new ArrayList<>(object.propertyNames());
        names.sort(Comparator.naturalOrder());
        out.append('{');
        for (var i = 0; i < names.size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            writeString(names.get(i), out);
            out.append(':');
            write(object.required(names.get(i)), depth, out);
        }
        out.append('}');
    }

    private static void writeArray(JsonNode array, int depth, StringBuilder out) {
        out.append('[');
        for (var i = 0; i < array.size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            write(array.required(i), depth, out);
        }
        out.append(']');
    }

    private static long integer(JsonNode number) {
        if (!number.isIntegralNumber()
                || !number.canConvertToLong()
                || Math.abs(number.longValue()) > LARGEST_INTEGER) {
            throw new IllegalArgumentException("canonical JSON in Spil holds whole numbers within 2^53 only");
        }
        return number.longValue();
    }

    private static void writeString(String text, StringBuilder out) {
        if (Json.holdsHalfACharacter(text)) {
            throw new IllegalArgumentException("a string holds half a character");
        }
        out.append('"');
        for (var i = 0; i < text.length(); i++) {
            writeCharacter(text.charAt(i), out);
        }
        out.append('"');
    }

    private static void writeCharacter(char c, StringBuilder out) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\b' -> out.append("\\b");
            case '\t' -> out.append("\\t");
            case '\n' -> out.append("\\n");
            case '\f' -> out.append("\\f");
            case '\r' -> out.append("\\r");
            default -> {
                if (c < ' ') {
                    out.append("\\u00").append(HEX[c >> 4]).append(HEX[c & 15]);
                } else {
                    out.append(c);
                }
            }
        }
    }
}
