package nl.spil.protocol;

import java.util.regex.Pattern;

/**
 * The ground on which a provider says it may break professional secrecy.
 *
 * @param code a code of the policy tables, like consent or good-care
 */
public record SecrecyBasis(String code) implements Comparable<SecrecyBasis> {
    private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9-]{1,63}");

    public SecrecyBasis {
        if (!SHAPE.matcher(code).matches()) {
            throw new IllegalArgumentException("a secrecy basis is a code of lower case words joined by hyphens");
        }
    }

    @Override
    public int compareTo(SecrecyBasis other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
