package nl.spil.protocol;

import java.util.regex.Pattern;

/**
 * Stands for one professional inside a partner; only that partner knows who it is.
 *
 * @param value up to 64 letters, digits and . _ : - ; no @, so that a mail address cannot slip in
 */
public record EmployeeId(String value) {
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,63}");

    public EmployeeId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("an employee id is a pseudonym of up to 64 letters, digits and . _ : -");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
