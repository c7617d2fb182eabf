package nl.spil.protocol;

/**
 * Stands for one data subject inside one case; only the partners hold the key to it.
 *
 * @param value 128 random bits in base64url, 22 characters
 */
public record Pseudonym(String value) {
    public Pseudonym {
        RandomId.check(value, "a pseudonym");
    }

    /** A fresh one from the system's secure random source. */
    public static Pseudonym random() {
        return new Pseudonym(RandomId.next());
    }

    @Override
    public String toString() {
        return value;
    }
}
