package nl.spil.protocol.seal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import nl.spil.protocol.Base64Url;
import nl.spil.protocol.ContentDigest;
import nl.spil.protocol.Sha256;
import org.bouncycastle.util.Arrays;

/**
 * From what an item's key is made: the secret of the exchange, which only recipients have, and the item's share, which
 * the broker gives out only with what it releases. Neither alone opens anything.
 */
final class ItemSecret {
    static final int SECRET = 32;
    static final int SHARE = 32;

    private static final byte[] LABEL = "spil-item-v1\0".getBytes(US_ASCII);
    private static final byte FIRST_BLOCK = 1;

    private ItemSecret() {}

    /** HMAC-SHA256 over label, digest and block number: the expand step of HKDF for one block. */
    static byte[] key(byte[] secret, byte[] share, ContentDigest item) {
        try {
            var mac = Mac.getInstance("HmacSHA256", "SunJCE");
            mac.init(new SecretKeySpec(Arrays.concatenate(secret, share), "HmacSHA256"));
            mac.update(LABEL);
            mac.update(Base64Url.decode(item.value()));
            mac.update(FIRST_BLOCK);
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HMAC-SHA256", e);
        }
    }

    /** What the sender signs about ciphertext and share, so that neither can be changed without showing. */
    static Sha256 commitment(String jwe, byte[] share) {
        return new Sha256(Base64Url.encode(Sha256.digest(jwe.getBytes(US_ASCII), share)));
    }
}
