package nl.spil.protocol.seal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import nl.spil.protocol.Base64Url;
import org.bouncycastle.crypto.digests.SHAKEDigest;
import org.bouncycastle.pqc.crypto.xwing.XWingKEMExtractor;
import org.bouncycastle.pqc.crypto.xwing.XWingKEMGenerator;

/**
 * HPKE-9-KE: a content key wrapped for one recipient with X-Wing, one-stage SHAKE256 and AES-256-GCM in base mode.
 *
 * <p>Bouncy Castle's own HPKE has the encapsulation but not the one-stage derivation (draft-ietf-hpke-hpke section 5.1),
 * so the key schedule stands here; each context seals exactly one message, so the nonce is the base nonce.
 */
final class HpkeKeyEncapsulation {
    static final int ENCAPSULATED = 1120;

    private static final byte[] SUITE = {'H', 'P', 'K', 'E', 0x64, 0x7a, 0x00, 0x11, 0x00, 0x02};
    private static final byte[] RECIPIENT_STRUCTURE = "JOSE-HPKE rcpt".getBytes(US_ASCII);
    private static final byte SEPARATOR = (byte) 0xff;
    private static final byte MODE_BASE = 0;
    private static final int EXPORTER_SECRET = 64;
    private static final byte[] NOTHING = {};

    private HpkeKeyEncapsulation() {}

    /**
     * What a recipient needs to unwrap, both in base64url.
     *
     * @param ek the encapsulation for its key
     * @param encryptedKey the wrapped secret
     */
    record Wrapped(String ek, String encryptedKey) {}

    static Wrapped wrap(SealingPublicKey recipient, byte[] info, byte[] secret, SecureRandom random) {
        var shared = new XWingKEMGenerator(random).generateEncapsulated(recipient.parameters());
        var keys = schedule(shared.getSecret(), info);
        return new Wrapped(
                Base64Url.encode(shared.getEncapsulation()),
                Base64Url.encode(AesGcm.seal(key(keys), nonce(keys), NOTHING, secret)));
    }

    /** Empty when this was not wrapped for this key with this info. */
    static Optional<byte[]> unwrap(SealingKeyPair recipient, byte[] info, Wrapped wrapped) {
        var encapsulated = Base64Url.decode(wrapped.ek());
        if (encapsulated.length != ENCAPSULATED) {
            return Optional.empty();
        }
        return decapsulate(recipient, encapsulated)
                .map(secret -> schedule(secret, info))
                .flatMap(
                        keys -> AesGcm.open(key(keys), nonce(keys), NOTHING, Base64Url.decode(wrapped.encryptedKey())));
    }

    private static Optional<byte[]> decapsulate(SealingKeyPair recipient, byte[] encapsulated) {
        try {
            return Optional.of(new XWingKEMExtractor(recipient.parameters()).extractSecret(encapsulated));
        } catch (IllegalStateException _) {
            // A point of low order: the sender's share of the agreement is worth nothing.
            return Optional.empty();
        }
    }

    /** The info of JOSE key encryption: which content encryption the secret is for, and what it is bound to. */
    static byte[] info(String contentEncryption, byte[] extra) {
        var encryption = contentEncryption.getBytes(US_ASCII);
        return ByteBuffer.allocate(RECIPIENT_STRUCTURE.length + encryption.length + 2 + extra.length)
                .put(RECIPIENT_STRUCTURE)
                .put(SEPARATOR)
                .put(encryption)
                .put(SEPARATOR)
                .put(extra)
                .array();
    }

    private static byte[] schedule(byte[] sharedSecret, byte[] info) {
        var secret = new byte[AesGcm.KEY + AesGcm.NONCE + EXPORTER_SECRET];
        var derivation = new SHAKEDigest(256);
        prefixed(derivation, NOTHING);
        prefixed(derivation, sharedSecret);
        update(derivation, "HPKE-v1".getBytes(US_ASCII));
        update(derivation, SUITE);
        prefixed(derivation, "secret".getBytes(US_ASCII));
        number(derivation, secret.length);
        derivation.update(MODE_BASE);
        prefixed(derivation, NOTHING);
        prefixed(derivation, info);
        derivation.doFinal(secret, 0, secret.length);
        return secret;
    }

    private static byte[] key(byte[] schedule) {
        return Arrays.copyOf(schedule, AesGcm.KEY);
    }

    private static byte[] nonce(byte[] schedule) {
        return Arrays.copyOfRange(schedule, AesGcm.KEY, AesGcm.KEY + AesGcm.NONCE);
    }

    private static void prefixed(SHAKEDigest derivation, byte[] bytes) {
        number(derivation, bytes.length);
        update(derivation, bytes);
    }

    private static void number(SHAKEDigest derivation, int value) {
        derivation.update((byte) (value >> 8));
        derivation.update((byte) value);
    }

    private static void update(SHAKEDigest derivation, byte[] bytes) {
        derivation.update(bytes, 0, bytes.length);
    }
}
