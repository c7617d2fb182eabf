package nl.spil.protocol;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Names one sending; chosen by the sender, so that a retry is the same exchange.
 *
 * @param value a version 7 UUID in lower case (RFC 9562 section 5.7), the `jti` of the signed payload
 */
public record ExchangeId(String value) {
    private static final Pattern SHAPE =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
    private static final SecureRandom RANDOM = new SecureRandom();

    public ExchangeId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("an exchange id is a version 7 UUID in lower case");
        }
    }

    /** A fresh id whose first 48 bits are the given moment in milliseconds. */
    public static ExchangeId random(Instant now) {
        var high = (now.toEpochMilli() << 16) | 0x7000L | RANDOM.nextInt(0x1000);
        var low = (RANDOM.nextLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
        return new ExchangeId(new UUID(high, low).toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
