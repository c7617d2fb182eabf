package nl.spil.protocol.seal;

import java.security.SecureRandom;
import nl.spil.protocol.Base64Url;
import nl.spil.protocol.KeyId;
import org.bouncycastle.crypto.digests.SHAKEDigest;
import org.bouncycastle.crypto.params.MLKEMParameters;
import org.bouncycastle.crypto.params.MLKEMPrivateKeyParameters;
import org.bouncycastle.crypto.params.X25519PrivateKeyParameters;
import org.bouncycastle.pqc.crypto.xwing.XWingPrivateKeyParameters;
import org.bouncycastle.pqc.crypto.xwing.XWingPublicKeyParameters;
import org.bouncycastle.util.Arrays;
import tools.jackson.databind.node.ObjectNode;

/** Opens what was sealed for its public half; grown from a 32-byte seed, which it never prints. */
public final class SealingKeyPair {
    private static final int SEED = 32;
    private static final int MLKEM_SEED = 64;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final XWingPrivateKeyParameters key;
    private final SealingPublicKey publicKey;

    private SealingKeyPair(XWingPrivateKeyParameters key, SealingPublicKey publicKey) {
        this.key = key;
        this.publicKey = publicKey;
    }

    public static SealingKeyPair generate() {
        return generate(RANDOM);
    }

    static SealingKeyPair generate(SecureRandom random) {
        var seed = new byte[SEED];
        random.nextBytes(seed);
        return ofSeed(seed);
    }

    /** The same seed always gives the same pair. */
    public static SealingKeyPair ofSeed(byte[] seed) {
        if (seed.length != SEED) {
            throw new IllegalArgumentException("a sealing key grows from 32 bytes");
        }
        var key = new XWingPrivateKeyParameters(seed);
        return new SealingKeyPair(key, new SealingPublicKey(publicHalf(key)));
    }

    /** Bouncy Castle keeps the public half to itself, so it is grown from the seed again as X-Wing says. */
    private static XWingPublicKeyParameters publicHalf(XWingPrivateKeyParameters key) {
        var seeds = new byte[MLKEM_SEED + SEED];
        var expansion = new SHAKEDigest(256);
        expansion.update(key.getSeed(), 0, SEED);
        expansion.doFinal(seeds, 0, seeds.length);
        var mlkem = new MLKEMPrivateKeyParameters(MLKEMParameters.ml_kem_768, Arrays.copyOf(seeds, MLKEM_SEED));
        var x25519 = new X25519PrivateKeyParameters(seeds, MLKEM_SEED);
        Arrays.fill(seeds, (byte) 0);
        return new XWingPublicKeyParameters(Arrays.concatenate(
                mlkem.getPublicKey(), x25519.generatePublicKey().getEncoded()));
    }

    /** Reads what {@link #toJwk()} wrote; throws IllegalArgumentException when the public part does not belong to it. */
    public static SealingKeyPair ofJwk(String text) {
        var jwk = Jwk.parse(text);
        var pair = ofSeed(jwk.bytes("priv", SEED));
        if (!pair.publicKey.equals(SealingPublicKey.of(jwk))) {
            throw new IllegalArgumentException("the two halves of this key do not belong together");
        }
        return pair;
    }

    /** The whole pair as JWK: a secret, for a file only its owner can read. */
    public ObjectNode toJwk() {
        return publicKey.toJwk().put("priv", Base64Url.encode(key.getSeed()));
    }

    XWingPrivateKeyParameters parameters() {
        return key;
    }

    public SealingPublicKey publicKey() {
        return publicKey;
    }

    public KeyId id() {
        return publicKey.id();
    }

    @Override
    public String toString() {
        return "private half of " + publicKey;
    }
}
