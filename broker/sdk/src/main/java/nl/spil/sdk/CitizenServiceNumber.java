package nl.spil.sdk;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The number that identifies a person towards the government; never leaves a partner but sealed.
 *
 * @param value nine digits that pass the eleven test (Regeling burgerservicenummer)
 */
public record CitizenServiceNumber(String value) {
    private static final Pattern SHAPE = Pattern.compile("[0-9]{9}");

    public CitizenServiceNumber {
        if (!SHAPE.matcher(value).matches() || !passesTheElevenTest(value)) {
            throw new IllegalArgumentException("a citizen service number has nine digits and passes the eleven test");
        }
    }

    /** Reads what someone else wrote; empty when it is no such number. */
    static Optional<CitizenServiceNumber> in(String text) {
        return SHAPE.matcher(text).matches() && passesTheElevenTest(text)
                ? Optional.of(new CitizenServiceNumber(text))
                : Optional.empty();
    }

    private static boolean passesTheElevenTest(String digits) {
        var sum = -(digits.charAt(8) - '0');
        for (int place = 0; place < 8; place++) {
            sum += (9 - place) * (digits.charAt(place) - '0');
        }
        return sum != 0 && sum % 11 == 0;
    }

    /** Says nothing of the number: it must never reach a log by accident. */
    @Override
    public String toString() {
        return "citizen service number";
    }
}
