package nl.spil.protocol;

import java.util.regex.Pattern;

/**
 * What kind of organisation a partner is; decides what it may send and receive (Wgs 2.27).
 *
 * @param code a code of the partner types table, like POLICE
 */
public record PartnerType(String code) implements Comparable<PartnerType> {
    private static final Pattern SHAPE = Pattern.compile("[A-Z][A-Z0-9_]{1,63}");

    public PartnerType {
        if (!SHAPE.matcher(code).matches()) {
            throw new IllegalArgumentException("a partner type is a code in capitals");
        }
    }

    @Override
    public int compareTo(PartnerType other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
