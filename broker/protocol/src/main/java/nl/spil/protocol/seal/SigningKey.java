package nl.spil.protocol.seal;

import java.math.BigInteger;
import java.security.SecureRandom;
import nl.spil.protocol.Base64Url;
import nl.spil.protocol.KeyId;
import nl.spil.protocol.Sha256;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.bouncycastle.util.BigIntegers;
import tools.jackson.databind.node.ObjectNode;

/** Signs in a partner's or the broker's name; holds a secret and never prints it. */
public final class SigningKey {
    private static final int FIELD = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final AsymmetricKeyParameter key;
    private final VerificationKey verification;

    private SigningKey(AsymmetricKeyParameter key, VerificationKey verification) {
        this.key = key;
        this.verification = verification;
    }

    /** A fresh key on P-256, which every partner and every security module can use. */
    public static SigningKey generateEs256() {
        return generateEs256(RANDOM);
    }

    static SigningKey generateEs256(SecureRandom random) {
        var order = VerificationKey.P256.getN();
        return ofScalar(BigIntegers.createRandomInRange(BigInteger.ONE, order.subtract(BigInteger.ONE), random));
    }

    public static SigningKey generateEd25519() {
        return of(new Ed25519PrivateKeyParameters(RANDOM));
    }

    static SigningKey generateEd25519(SecureRandom random) {
        return of(new Ed25519PrivateKeyParameters(random));
    }

    private static SigningKey ofScalar(BigInteger scalar) {
        var domain = VerificationKey.P256;
        var key = new ECPrivateKeyParameters(scalar, domain);
        var point = new FixedPointCombMultiplier().multiply(domain.getG(), key.getD());
        return new SigningKey(key, VerificationKey.of(new ECPublicKeyParameters(point, domain)));
    }

    private static SigningKey of(Ed25519PrivateKeyParameters key) {
        return new SigningKey(key, VerificationKey.of(key.generatePublicKey()));
    }

    /** Reads what {@link #toJwk()} wrote; throws IllegalArgumentException when the public part does not belong to it. */
    public static SigningKey ofJwk(String text) {
        var jwk = Jwk.parse(text);
        var verification = VerificationKey.of(jwk);
        var secret = jwk.bytes("d", FIELD);
        var key = verification.algorithm() == SignatureAlgorithm.ES256
                ? ofScalar(new BigInteger(1, secret))
                : of(new Ed25519PrivateKeyParameters(secret));
        if (!key.verification.equals(verification)) {
            throw new IllegalArgumentException("the two halves of this key do not belong together");
        }
        return key;
    }

    /** The whole key as JWK: a secret, for a file only its owner can read. */
    public ObjectNode toJwk() {
        return verification.toJwk().put("d", Base64Url.encode(secret()));
    }

    private byte[] secret() {
        return switch (key) {
            case ECPrivateKeyParameters ec -> BigIntegers.asUnsignedByteArray(FIELD, ec.getD());
            case Ed25519PrivateKeyParameters ed25519 -> ed25519.getEncoded();
            default -> throw new IllegalStateException("a signing key is on P-256 or Ed25519");
        };
    }

    public VerificationKey verification() {
        return verification;
    }

    public KeyId id() {
        return verification.id();
    }

    public SignatureAlgorithm algorithm() {
        return verification.algorithm();
    }

    AsymmetricKeyParameter parameters() {
        return key;
    }

    /** Signs these bytes; 64 bytes as JOSE wants them. */
    public byte[] sign(byte[] message) {
        return switch (key) {
            case ECPrivateKeyParameters ec -> signEs256(ec, message);
            case Ed25519PrivateKeyParameters ed25519 -> signEd25519(ed25519, message);
            default -> throw new IllegalStateException("a signing key is on P-256 or Ed25519");
        };
    }

    /** RFC 6979: a bad random source cannot betray the key. */
    private static byte[] signEs256(ECPrivateKeyParameters key, byte[] message) {
        var signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
        signer.init(true, key);
        var pair = signer.generateSignature(Sha256.digest(message));
        var signature = new byte[2 * FIELD];
        BigIntegers.asUnsignedByteArray(pair[0], signature, 0, FIELD);
        BigIntegers.asUnsignedByteArray(pair[1], signature, FIELD, FIELD);
        return signature;
    }

    private static byte[] signEd25519(Ed25519PrivateKeyParameters key, byte[] message) {
        var signer = new Ed25519Signer();
        signer.init(true, key);
        signer.update(message, 0, message.length);
        return signer.generateSignature();
    }

    @Override
    public String toString() {
        return "private half of " + verification;
    }
}
