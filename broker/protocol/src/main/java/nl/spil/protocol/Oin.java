package nl.spil.protocol;

import java.util.regex.Pattern;

/**
 * The number by which a Dutch public organisation is known to others: twenty digits.
 *
 * @param value twenty digits, test numbers start with 00000099 (Logius OIN-Stelsel 2.2)
 */
public record Oin(String value) implements Comparable<Oin> {
    private static final Pattern SHAPE = Pattern.compile("[0-9]{20}");
    private static final String URN = "urn:oin:";

    public Oin {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("an OIN has twenty digits");
        }
    }

    /** Reads the form in which an OIN stands in signed messages. */
    public static Oin ofUrn(String urn) {
        if (!urn.startsWith(URN)) {
            throw new IllegalArgumentException("an OIN in a message starts with " + URN);
        }
        return new Oin(urn.substring(URN.length()));
    }

    public String urn() {
        return URN + value;
    }

    @Override
    public int compareTo(Oin other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
