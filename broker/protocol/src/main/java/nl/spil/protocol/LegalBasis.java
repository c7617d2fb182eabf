package nl.spil.protocol;

import java.util.regex.Pattern;

/**
 * The ground in law a sender says its disclosure rests on; policy finds its own.
 *
 * @param code a code like statutory_task
 */
public record LegalBasis(String code) {
    private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9_]{1,63}");
    private static final String URN = "urn:spil:basis:";

    public LegalBasis {
        if (!SHAPE.matcher(code).matches()) {
            throw new IllegalArgumentException("a legal basis is a code of lower case words joined by underscores");
        }
    }

    /** Reads the form in which a basis stands in signed messages. */
    public static LegalBasis ofUrn(String urn) {
        if (!urn.startsWith(URN)) {
            throw new IllegalArgumentException("a legal basis in a message starts with " + URN);
        }
        return new LegalBasis(urn.substring(URN.length()));
    }

    public String urn() {
        return URN + code;
    }

    @Override
    public String toString() {
        return code;
    }
}
