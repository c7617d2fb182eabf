package nl.spil.protocol.seal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.spil.protocol.Base64Url;
import nl.spil.protocol.Json;
import nl.spil.protocol.KeyId;
import nl.spil.protocol.MalformedJson;
import nl.spil.protocol.Oin;
import nl.spil.protocol.Sha256;

/**
 * The secret of an exchange, encrypted once and wrapped for each recipient: a JWE in general JSON form (RFC 7516
 * section 7.2.1), its binary parts in base64url.
 */
record WrappedKeys(String nonce, String ciphertext, String tag, List<Recipient> recipients) {
    static final String ENCRYPTION = "A256GCM";
    static final String HEADER = Base64Url.encode("{\"enc\":\"A256GCM\",\"cty\":\"jwk+json\"}");
    private static final byte[] ASSOCIATED = HEADER.getBytes(US_ASCII);
    private static final byte UNIT_SEPARATOR = 0x1f;

    record Recipient(KeyId key, HpkeKeyEncapsulation.Wrapped wrapped) {}

    WrappedKeys {
        recipients = List.copyOf(recipients);
    }

    static WrappedKeys wrap(
            byte[] secret, ExchangeClaims claims, Map<Oin, SealingPublicKey> keys, SecureRandom random) {
        var contentKey = random(random, AesGcm.KEY);
        var nonce = random(random, AesGcm.NONCE);
        var jwk = "{\"kty\":\"oct\",\"k\":\"%s\"}"
                .formatted(Base64Url.encode(secret))
                .getBytes(US_ASCII);
        var sealed = AesGcm.seal(contentKey, nonce, ASSOCIATED, jwk);
        return new WrappedKeys(
                Base64Url.encode(nonce),
                Base64Url.encode(Arrays.copyOf(sealed, jwk.length)),
                Base64Url.encode(Arrays.copyOfRange(sealed, jwk.length, sealed.length)),
                claims.recipients().stream()
                        .map(recipient -> {
                            var key = keys.get(recipient);
                            if (key == null) {
                                throw new IllegalArgumentException("every recipient has a sealing key");
                            }
                            var wrapped = HpkeKeyEncapsulation.wrap(key, info(claims, recipient), contentKey, random);
                            return new Recipient(key.id(), wrapped);
                        })
                        .toList());
    }

    /** The secret of the exchange; empty when it was not wrapped for this key of this recipient in this exchange. */
    Optional<byte[]> unwrap(int index, ExchangeClaims claims, Oin recipient, SealingKeyPair key) {
        return HpkeKeyEncapsulation.unwrap(
                        key, info(claims, recipient), recipients.get(index).wrapped())
                .filter(contentKey -> contentKey.length == AesGcm.KEY)
                .flatMap(contentKey -> AesGcm.open(
                        contentKey,
                        Base64Url.decode(nonce),
                        ASSOCIATED,
                        org.bouncycastle.util.Arrays.concatenate(Base64Url.decode(ciphertext), Base64Url.decode(tag))))
                .flatMap(WrappedKeys::secret);
    }

    private static Optional<byte[]> secret(byte[] jwk) {
        try {
            return Optional.of(new Jwk(Json.read(jwk, 1024)).symmetric(ItemSecret.SECRET));
        } catch (MalformedJson | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** What the sender signs about one recipient's way to the secret, so that a wrapping that fails has a culprit. */
    Sha256 commitment(int index) {
        var recipient = recipients.get(index);
        return Sha256.of(String.join(
                ".",
                HEADER,
                nonce,
                ciphertext,
                tag,
                recipient.key().value(),
                recipient.wrapped().ek(),
                recipient.wrapped().encryptedKey()));
    }

    WrappedKeys only(int index) {
        return new WrappedKeys(nonce, ciphertext, tag, List.of(recipients.get(index)));
    }

    private static byte[] info(ExchangeClaims claims, Oin recipient) {
        var separator = String.valueOf((char) UNIT_SEPARATOR);
        return HpkeKeyEncapsulation.info(
                ENCRYPTION,
                String.join(separator, claims.sender().urn(), claims.exchange().value(), recipient.urn())
                        .getBytes(US_ASCII));
    }

    private static byte[] random(SecureRandom random, int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
