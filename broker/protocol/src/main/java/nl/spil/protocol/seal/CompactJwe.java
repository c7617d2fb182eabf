package nl.spil.protocol.seal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Optional;
import nl.spil.protocol.Base64Url;
import org.bouncycastle.util.Arrays;

/** One content, encrypted under its own key, as a compact JWE whose header is always the same (RFC 7516). */
final class CompactJwe {
    private static final String HEADER = Base64Url.encode("{\"alg\":\"dir\",\"enc\":\"A256GCM\"}");
    private static final byte[] ASSOCIATED = HEADER.getBytes(US_ASCII);
    private static final String START = HEADER + "..";
    private static final int NONCE_TEXT = 16;
    private static final int TAG_TEXT = 22;

    private CompactJwe() {}

    static String seal(byte[] key, byte[] nonce, byte[] plaintext) {
        var sealed = AesGcm.seal(key, nonce, ASSOCIATED, plaintext);
        return START
                + Base64Url.encode(nonce)
                + '.'
                + Base64Url.encode(Arrays.copyOf(sealed, plaintext.length))
                + '.'
                + Base64Url.encode(Arrays.copyOfRange(sealed, plaintext.length, sealed.length));
    }

    /** The text must be one that {@link #isWellFormed} accepts. */
    static Optional<byte[]> open(byte[] key, String jwe) {
        var sealed = Arrays.concatenate(Base64Url.decode(ciphertext(jwe)), Base64Url.decode(tag(jwe)));
        return AesGcm.open(key, Base64Url.decode(nonce(jwe)), ASSOCIATED, sealed);
    }

    /** The header is compared byte for byte, so that there is nothing in it to negotiate. */
    static boolean isWellFormed(String jwe) {
        var shortest = START.length() + NONCE_TEXT + TAG_TEXT + 2;
        return jwe.length() > shortest
                && jwe.startsWith(START)
                && jwe.charAt(START.length() + NONCE_TEXT) == '.'
                && jwe.charAt(jwe.length() - TAG_TEXT - 1) == '.'
                && Base64Url.isOf(nonce(jwe), AesGcm.NONCE)
                && Base64Url.isOf(ciphertext(jwe), plaintextLength(jwe))
                && Base64Url.isOf(tag(jwe), AesGcm.TAG);
    }

    /** How many bytes are encrypted, told from the text alone. */
    static int plaintextLength(String jwe) {
        var length = ciphertext(jwe).length();
        return length / 4 * 3 + Math.max(length % 4 - 1, 0);
    }

    private static String nonce(String jwe) {
        return jwe.substring(START.length(), START.length() + NONCE_TEXT);
    }

    private static String tag(String jwe) {
        return jwe.substring(jwe.length() - TAG_TEXT);
    }

    private static String ciphertext(String jwe) {
        return jwe.substring(START.length() + NONCE_TEXT + 1, jwe.length() - TAG_TEXT - 1);
    }
}
