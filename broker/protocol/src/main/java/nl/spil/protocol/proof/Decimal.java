package nl.spil.protocol.proof;

import java.util.regex.Pattern;

/** The one spelling of a number in the formats of C2SP: ASCII digits without leading zeroes. */
final class Decimal {
    private static final Pattern SHAPE = Pattern.compile("0|[1-9][0-9]{0,17}");

    private Decimal() {}

    static long parse(String text) {
        if (!SHAPE.matcher(text).matches()) {
            throw new IllegalArgumentException("a number has digits only and no leading zeroes");
        }
        return Long.parseLong(text);
    }
}
