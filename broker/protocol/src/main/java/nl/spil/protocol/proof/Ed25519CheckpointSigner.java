package nl.spil.protocol.proof;

import java.security.SecureRandom;
import java.time.Instant;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/** Signs every checkpoint of a log. */
public final class Ed25519CheckpointSigner implements CheckpointSigner {
    private final Ed25519PrivateKeyParameters key;
    private final Ed25519VerifierKey verifierKey;

    /** The key that follows from the 32 bytes. */
    public Ed25519CheckpointSigner(String name, byte[] seed) {
        this.key = new Ed25519PrivateKeyParameters(seed);
        this.verifierKey = new Ed25519VerifierKey(name, key.generatePublicKey().getEncoded());
    }

    public static Ed25519CheckpointSigner random(String name) {
        var seed = new byte[Ed25519PrivateKeyParameters.KEY_SIZE];
        new SecureRandom().nextBytes(seed);
        return new Ed25519CheckpointSigner(name, seed);
    }

    @Override
    public Ed25519VerifierKey verifierKey() {
        return verifierKey;
    }

    @Override
    public NoteSignature sign(Checkpoint checkpoint, Instant now) {
        var text = Utf8.bytes(checkpoint.text());
        var signer = new Ed25519Signer();
        signer.init(true, key);
        signer.update(text, 0, text.length);
        return NoteSignature.of(verifierKey.name(), verifierKey.keyId(), signer.generateSignature());
    }

    @Override
    public String secret() {
        return CheckpointSigner.secret(verifierKey, key.getEncoded());
    }
}
