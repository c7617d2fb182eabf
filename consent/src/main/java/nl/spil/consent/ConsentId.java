package nl.spil.consent;

import java.util.UUID;

/** Names one consent; chosen by the partner that registers it, so that a retry is the same consent. */
public record ConsentId(UUID value) implements Comparable<ConsentId> {

    /** Reads the text form; refuses anything that is not exactly a UUID in lower case. */
    public static ConsentId of(String text) {
        var id = UUID.fromString(text);
        if (!id.toString().equals(text)) {
            throw new IllegalArgumentException("a consent id is a UUID in lower case");
        }
        return new ConsentId(id);
    }

    @Override
    public int compareTo(ConsentId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
