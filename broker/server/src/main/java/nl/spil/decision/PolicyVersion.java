package nl.spil.decision;

/**
 * Which rules gave a decision.
 *
 * @param revision higher for every published bundle of rules
 * @param digest of that bundle, {@code sha256:} and 64 hexadecimal digits
 */
public record PolicyVersion(long revision, String digest) {
    public PolicyVersion {
        if (revision < 1 || !digest.matches("sha256:[0-9a-f]{64}")) {
            throw new IllegalArgumentException("a policy version is a revision from 1 and a SHA-256");
        }
    }
}
