package nl.spil.protocol;

import java.util.regex.Pattern;

/**
 * Why information is wanted; stated beforehand, judged by policy, recorded (Wgs 1.8(5)).
 *
 * @param code a code of the purposes table, like case-consultation
 */
public record Purpose(String code) implements Comparable<Purpose> {
    private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9-]{1,63}");
    private static final String URN = "urn:spil:purpose:";

    public Purpose {
        if (!SHAPE.matcher(code).matches()) {
            throw new IllegalArgumentException("a purpose is a code of lower case words joined by hyphens");
        }
    }

    /** Reads the form in which a purpose stands in signed messages. */
    public static Purpose ofUrn(String urn) {
        if (!urn.startsWith(URN)) {
            throw new IllegalArgumentException("a purpose in a message starts with " + URN);
        }
        return new Purpose(urn.substring(URN.length()));
    }

    public String urn() {
        return URN + code;
    }

    @Override
    public int compareTo(Purpose other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
