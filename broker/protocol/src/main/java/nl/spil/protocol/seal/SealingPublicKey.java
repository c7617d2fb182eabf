package nl.spil.protocol.seal;

import java.security.SecureRandom;
import nl.spil.protocol.Base64Url;
import nl.spil.protocol.KeyId;
import org.bouncycastle.pqc.crypto.xwing.XWingKEMGenerator;
import org.bouncycastle.pqc.crypto.xwing.XWingPublicKeyParameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** For whom something may be sealed: X25519 and ML-KEM-768 together (X-Wing), written as an AKP key. */
public final class SealingPublicKey {
    /** The one key encapsulation of this profile. */
    static final String ALGORITHM = "HPKE-9-KE";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int LENGTH = 1216;

    private final XWingPublicKeyParameters key;
    private final KeyId id;

    SealingPublicKey(XWingPublicKeyParameters key) {
        this.key = key;
        this.id = Jwk.thumbprint(required());
    }

    /** Reads a public JWK; throws IllegalArgumentException when it is no HPKE-9-KE key. */
    public static SealingPublicKey ofJwk(String text) {
        return of(Jwk.parse(text));
    }

    /** Reads a public JWK that is already a JSON object, as in a set of keys. */
    public static SealingPublicKey ofJwk(JsonNode members) {
        return of(new Jwk(members));
    }

    static SealingPublicKey of(Jwk jwk) {
        if (!jwk.is("kty", "AKP") || !jwk.is("alg", ALGORITHM)) {
            throw new IllegalArgumentException("a sealing key is an AKP key for " + ALGORITHM);
        }
        jwk.mayOnlySay("use", "enc");
        var key = new SealingPublicKey(new XWingPublicKeyParameters(jwk.bytes("pub", LENGTH)));
        jwk.mayOnlySay("kid", key.id.value());
        key.check();
        return key;
    }

    /** Points of low order and coefficients out of range show only when the key is used, so it is used once. */
    private void check() {
        try {
            new XWingKEMGenerator(RANDOM).generateEncapsulated(key);
        } catch (IllegalStateException | IllegalArgumentException e) {
            throw new IllegalArgumentException("nothing can be sealed for this key", e);
        }
    }

    XWingPublicKeyParameters parameters() {
        return key;
    }

    public KeyId id() {
        return id;
    }

    /** The public JWK with use and key id. */
    public ObjectNode toJwk() {
        return required().put("use", "enc").put("kid", id.value());
    }

    private ObjectNode required() {
        return Jwk.object().put("kty", "AKP").put("alg", ALGORITHM).put("pub", Base64Url.encode(key.getEncoded()));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SealingPublicKey that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return ALGORITHM + " key " + id;
    }
}
