package nl.spil.consent;

/**
 * How a consent was collected, in the provider's words; the only text of a consent that people wrote.
 *
 * @param words at most 200 characters
 */
public record CollectionMethod(String words) {
    public CollectionMethod {
        if (words.isBlank() || words.length() > 200) {
            throw new IllegalArgumentException("a collection method is a text of at most 200 characters");
        }
    }

    @Override
    public String toString() {
        return "collection method of " + words.length() + " characters";
    }
}
