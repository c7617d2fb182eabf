package nl.spil.protocol;

import java.util.UUID;

/** Names the release of one exchange to one recipient: what is recorded, collected and acknowledged. */
public record DisclosureId(UUID value) {

    public static DisclosureId random() {
        return new DisclosureId(UUID.randomUUID());
    }

    /** Reads the text form; refuses anything that is not exactly a UUID in lower case. */
    public static DisclosureId of(String text) {
        var id = UUID.fromString(text);
        if (!id.toString().equals(text)) {
            throw new IllegalArgumentException("a disclosure id is a UUID in lower case");
        }
        return new DisclosureId(id);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
