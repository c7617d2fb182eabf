package nl.spil.protocol;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/** The one shape of the random names in Spil: 128 bits in base64url without padding. */
final class RandomId {
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{21}[AQgw]");
    private static final SecureRandom RANDOM = new SecureRandom();

    private RandomId() {}

    static void check(String value, String what) {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException(what + " is 128 bits in base64url, 22 characters");
        }
    }

    static String next() {
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
