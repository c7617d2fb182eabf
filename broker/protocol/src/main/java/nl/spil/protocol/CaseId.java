package nl.spil.protocol;

/**
 * Names one case file; random, so that it says nothing about whom it concerns.
 *
 * @param value 128 random bits in base64url, 22 characters
 */
public record CaseId(String value) {
    public CaseId {
        RandomId.check(value, "a case id");
    }

    /** A fresh one from the system's secure random source. */
    public static CaseId random() {
        return new CaseId(RandomId.next());
    }

    @Override
    public String toString() {
        return value;
    }
}
