package nl.spil.protocol.proof;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Instant;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.params.MLDSAParameters;
import org.bouncycastle.crypto.params.MLDSAPrivateKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.MLDSASigner;

/** Signs checkpoints so that they still convince when elliptic curves no longer do. */
public final class MlDsa44CheckpointSigner implements CheckpointSigner {
    private static final int SEED_LENGTH = 32;

    private final SecureRandom random;
    private final MLDSAPrivateKeyParameters key;
    private final MlDsa44VerifierKey verifierKey;

    /** The key that follows from the 32 bytes (FIPS 204 algorithm 6). */
    public MlDsa44CheckpointSigner(String name, byte[] seed) {
        this(name, seed, new SecureRandom());
    }

    MlDsa44CheckpointSigner(String name, byte[] seed, SecureRandom random) {
        this.random = random;
        if (seed.length != SEED_LENGTH) {
            throw new IllegalArgumentException("an ML-DSA seed has " + SEED_LENGTH + " bytes");
        }
        this.key = new MLDSAPrivateKeyParameters(MLDSAParameters.ml_dsa_44, seed);
        this.verifierKey =
                new MlDsa44VerifierKey(name, key.getPublicKeyParameters().getEncoded());
    }

    public static MlDsa44CheckpointSigner random(String name) {
        var seed = new byte[SEED_LENGTH];
        new SecureRandom().nextBytes(seed);
        return new MlDsa44CheckpointSigner(name, seed);
    }

    @Override
    public MlDsa44VerifierKey verifierKey() {
        return verifierKey;
    }

    @Override
    public NoteSignature sign(Checkpoint checkpoint, Instant now) {
        var time = now.getEpochSecond();
        var message = MlDsa44VerifierKey.message(verifierKey.name(), time, checkpoint);
        var signature = ByteBuffer.allocate(Long.BYTES + MlDsa44VerifierKey.SIGNATURE_LENGTH)
                .putLong(time)
                .put(signature(message))
                .array();
        return NoteSignature.of(verifierKey.name(), verifierKey.keyId(), signature);
    }

    private byte[] signature(byte[] message) {
        var signer = new MLDSASigner();
        signer.init(true, new ParametersWithRandom(key, random));
        signer.update(message, 0, message.length);
        try {
            return signer.generateSignature();
        } catch (CryptoException e) {
            throw new IllegalStateException("ML-DSA could not sign", e);
        }
    }

    @Override
    public String secret() {
        return CheckpointSigner.secret(verifierKey, key.getSeed());
    }
}
