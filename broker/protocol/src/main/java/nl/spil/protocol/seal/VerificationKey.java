package nl.spil.protocol.seal;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import nl.spil.protocol.Base64Url;
import nl.spil.protocol.KeyId;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Tells whether a signature was made with the matching {@link SigningKey}; it alone decides by which algorithm. */
public final class VerificationKey {
    private static final int FIELD = 32;

    /** Bouncy Castle's own arithmetic for this curve is five times faster than its general one. */
    static final ECDomainParameters P256 = new ECNamedDomainParameters(
            SECObjectIdentifiers.secp256r1, CustomNamedCurves.getByOID(SECObjectIdentifiers.secp256r1));

    private final AsymmetricKeyParameter key;
    private final SignatureAlgorithm algorithm;
    private final KeyId id;

    private VerificationKey(AsymmetricKeyParameter key, SignatureAlgorithm algorithm) {
        this.key = key;
        this.algorithm = algorithm;
        this.id = Jwk.thumbprint(required());
    }

    static VerificationKey of(ECPublicKeyParameters key) {
        return new VerificationKey(key, SignatureAlgorithm.ES256);
    }

    static VerificationKey of(Ed25519PublicKeyParameters key) {
        return new VerificationKey(key, SignatureAlgorithm.ED25519);
    }

    /** Reads a public JWK; throws IllegalArgumentException when it is no P-256 or Ed25519 signing key. */
    public static VerificationKey ofJwk(String text) {
        return of(Jwk.parse(text));
    }

    /** Reads a public JWK that is already a JSON object, as in a set of keys. */
    public static VerificationKey ofJwk(JsonNode members) {
        return of(new Jwk(members));
    }

    static VerificationKey of(Jwk jwk) {
        jwk.mayOnlySay("use", "sig");
        var key = jwk.is("kty", "OKP") && jwk.is("crv", "Ed25519")
                ? of(new Ed25519PublicKeyParameters(jwk.bytes("x", FIELD)))
                : ofCurve(jwk);
        jwk.mayOnlySay("alg", key.algorithm.jose());
        jwk.mayOnlySay("kid", key.id.value());
        return key;
    }

    private static VerificationKey ofCurve(Jwk jwk) {
        if (!jwk.is("kty", "EC") || !jwk.is("crv", "P-256")) {
            throw new IllegalArgumentException("a signing key is on P-256 or Ed25519");
        }
        var x = new BigInteger(1, jwk.bytes("x", FIELD));
        var y = new BigInteger(1, jwk.bytes("y", FIELD));
        return of(new ECPublicKeyParameters(P256.getCurve().validatePoint(x, y), P256));
    }

    /** Reads the public key of a certificate (RFC 5280 SubjectPublicKeyInfo). */
    public static VerificationKey ofSubjectPublicKeyInfo(byte[] encoded) {
        try {
            return switch (PublicKeyFactory.createKey(SubjectPublicKeyInfo.getInstance(encoded))) {
                case Ed25519PublicKeyParameters ed25519 -> of(ed25519);
                case ECPublicKeyParameters ec
                when isP256(ec) ->
                    of(new ECPublicKeyParameters(
                            P256.getCurve().decodePoint(ec.getQ().getEncoded(false)), P256));
                default -> throw new IllegalArgumentException("a signing key is on P-256 or Ed25519");
            };
        } catch (IOException e) {
            throw new IllegalArgumentException("this is no public key", e);
        }
    }

    private static boolean isP256(ECPublicKeyParameters key) {
        return key.getParameters() instanceof ECNamedDomainParameters named
                && named.getName().equals(SECObjectIdentifiers.secp256r1);
    }

    SubjectPublicKeyInfo subjectPublicKeyInfo() {
        try {
            return SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(key);
        } catch (IOException e) {
            throw new IllegalStateException("a public key always has an encoding", e);
        }
    }

    public SignatureAlgorithm algorithm() {
        return algorithm;
    }

    public KeyId id() {
        return id;
    }

    /** False for every signature that is not exactly one of this key over these bytes; never throws. */
    public boolean verifies(byte[] message, byte[] signature) {
        if (signature.length != 2 * FIELD) {
            return false;
        }
        return switch (key) {
            case Ed25519PublicKeyParameters ed25519 -> verifiesEd25519(ed25519, message, signature);
            case ECPublicKeyParameters ec -> verifiesEs256(ec, message, signature);
            default -> throw new IllegalStateException("a signing key is on P-256 or Ed25519");
        };
    }

    private static boolean verifiesEs256(ECPublicKeyParameters key, byte[] message, byte[] signature) {
        var signer = new ECDSASigner();
        signer.init(false, key);
        return signer.verifySignature(
                nl.spil.protocol.Sha256.digest(message),
                new BigInteger(1, Arrays.copyOf(signature, FIELD)),
                new BigInteger(1, Arrays.copyOfRange(signature, FIELD, 2 * FIELD)));
    }

    private static boolean verifiesEd25519(Ed25519PublicKeyParameters key, byte[] message, byte[] signature) {
        var signer = new Ed25519Signer();
        signer.init(false, key);
        signer.update(message, 0, message.length);
        return signer.verifySignature(signature);
    }

    /** The public JWK with use, algorithm and key id. */
    public ObjectNode toJwk() {
        return required().put("use", "sig").put("alg", algorithm.jose()).put("kid", id.value());
    }

    private ObjectNode required() {
        return switch (key) {
            case Ed25519PublicKeyParameters ed25519 ->
                Jwk.object().put("kty", "OKP").put("crv", "Ed25519").put("x", Base64Url.encode(ed25519.getEncoded()));
            case ECPublicKeyParameters ec ->
                Jwk.object()
                        .put("kty", "EC")
                        .put("crv", "P-256")
                        .put("x", Base64Url.encode(ec.getQ().getAffineXCoord().getEncoded()))
                        .put("y", Base64Url.encode(ec.getQ().getAffineYCoord().getEncoded()));
            default -> throw new IllegalStateException("a signing key is on P-256 or Ed25519");
        };
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerificationKey that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return algorithm.jose() + " key " + id;
    }
}
