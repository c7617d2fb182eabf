package nl.spil;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The W3C trace context of a request: the caller's trace where it sent a sound one, else a new one. */
record Trace(String traceId, String spanId, String flags) {
    private static final Pattern SHAPE =
            Pattern.compile("(?!ff)[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?");
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Continues the trace of this `traceparent` with a span of our own. */
    static Trace continuing(@Nullable String traceparent) {
        var matcher = SHAPE.matcher(traceparent == null ? "" : traceparent);
        if (!matcher.matches() || isZero(matcher.group(1)) || isZero(matcher.group(2))) {
            return new Trace(random(16), random(8), "00");
        }
        return new Trace(matcher.group(1), random(8), matcher.group(3));
    }

    private static boolean isZero(String digits) {
        return digits.chars().allMatch(digit -> digit == '0');
    }

    private static String random(int length) {
        var bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    String header() {
        return "00-" + traceId + "-" + spanId + "-" + flags;
    }
}
