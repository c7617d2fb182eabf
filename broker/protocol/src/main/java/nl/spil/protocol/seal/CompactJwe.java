package nl.spil.protocol.seal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Optional;
import java.util.regex.Pattern;
import nl.spil.protocol.Base64Url;
import org.bouncycastle.util.Arrays;

/** One content, encrypted under its own key, as a compact JWE whose header is always the same (RFC 7516). */
final class CompactJwe {
    private static final String HEADER = Base64Url.encode("{\"alg\":\"dir\",\"enc\":\"A256GCM\"}");
    private static final byte[] ASSOCIATED = HEADER.getBytes(US_ASCII);
    private static final String START = HEADER + "..";
    private static final Pattern REST = Pattern.compile("[A-Za-z0-9_-]{16}\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]{22}");
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
        var nonce = Base64Url.decode(jwe.substring(START.length(), START.length() + NONCE_TEXT));
        var ciphertext = Base64Url.decode(ciphertext(jwe));
        var tag = Base64Url.decode(jwe.substring(jwe.length() - TAG_TEXT));
        return AesGcm.open(key, nonce, ASSOCIATED, Arrays.concatenate(ciphertext, tag));
    }

    /** The header is compared byte for byte, so that there is nothing in it to negotiate. */
    static boolean isWellFormed(String jwe) {
        return jwe.startsWith(START)
                && REST.matcher(jwe).region(START.length(), jwe.length()).matches();
    }

    /** How many bytes are encrypted, told from the text alone. */
    static int plaintextLength(String jwe) {
        return ciphertext(jwe).length() / 4 * 3 + Math.max(ciphertext(jwe).length() % 4 - 1, 0);
    }

    private static String ciphertext(String jwe) {
        return jwe.substring(START.length() + NONCE_TEXT + 1, jwe.length() - TAG_TEXT - 1);
    }
}
