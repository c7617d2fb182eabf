package nl.spil.decision;

import java.util.regex.Pattern;

/**
 * Which rules gave a decision.
 *
 * @param revision higher for every published bundle of rules
 * @param digest of that bundle, {@code sha256:} and 64 hexadecimal digits
 */
public record PolicyVersion(long revision, String digest) {
    private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");

    public PolicyVersion {
        if (revision < 1 || !DIGEST.matcher(digest).matches()) {
            throw new IllegalArgumentException("a policy version is a revision from 1 and a SHA-256");
        }
    }
}
