package nl.spil.protocol;

import java.util.regex.Pattern;

/**
 * What kind of information an item holds; the closed list of Wgs 2.30 and what the tables add to it.
 *
 * @param code a code of the categories table, like HEALTH
 */
public record DataCategory(String code) implements Comparable<DataCategory> {
    private static final Pattern SHAPE = Pattern.compile("[A-Z][A-Z0-9_]{1,63}");

    public DataCategory {
        if (!SHAPE.matcher(code).matches()) {
            throw new IllegalArgumentException("a category is a code in capitals");
        }
    }

    @Override
    public int compareTo(DataCategory other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
