package nl.spil.protocol;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Bytes as text in the one form Spil accepts: base64url, no padding, no spare bits (RFC 7515 section 2). */
public final class Base64Url {
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static final boolean[] IN_ALPHABET = new boolean[128];
    private static final Base64.Decoder DECODER = Base64.getUrlDecoder();

    static {
        ALPHABET.chars().forEach(c -> IN_ALPHABET[c] = true);
    }

    private Base64Url() {}

    public static String encode(byte[] bytes) {
        return ENCODER.encodeToString(bytes);
    }

    public static String encode(String text) {
        return encode(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Throws IllegalArgumentException unless the text is exactly what {@link #encode(byte[])} makes of the result. */
    public static byte[] decode(String text) {
        if (text.length() % 4 == 1 || text.indexOf('=') >= 0 || spareBits(text) != 0) {
            throw new IllegalArgumentException("this is not base64url without padding");
        }
        return DECODER.decode(text);
    }

    /** Whether the text is the base64url of exactly so many bytes. */
    public static boolean isOf(String text, int bytes) {
        if (text.length() != (bytes * 4 + 2) / 3 || spareBits(text) != 0) {
            return false;
        }
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c >= IN_ALPHABET.length || !IN_ALPHABET[c]) {
                return false;
            }
        }
        return true;
    }

    /** Two texts for the same bytes would let one message have two digests, so unused bits must be zero. */
    private static int spareBits(String text) {
        var rest = text.length() % 4;
        if (rest == 0) {
            return 0;
        }
        var last = ALPHABET.indexOf(text.charAt(text.length() - 1));
        return rest == 2 ? last & 0x0f : last & 0x03;
    }
}
