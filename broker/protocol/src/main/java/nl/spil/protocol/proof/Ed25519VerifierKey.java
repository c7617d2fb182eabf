package nl.spil.protocol.proof;

import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/** The key that signs every checkpoint of a log. */
public final class Ed25519VerifierKey implements VerifierKey {
    static final byte TYPE = 0x01;

    private final String name;
    private final Ed25519PublicKeyParameters key;

    public Ed25519VerifierKey(String name, byte[] publicKey) {
        KeyName.check(name);
        this.name = name;
        this.key = new Ed25519PublicKeyParameters(publicKey);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public byte type() {
        return TYPE;
    }

    @Override
    public byte[] publicKey() {
        return key.getEncoded();
    }

    @Override
    public boolean verifies(Checkpoint checkpoint, byte[] signature) {
        return verifies(Utf8.bytes(checkpoint.text()), signature);
    }

    boolean verifies(byte[] text, byte[] signature) {
        var verifier = new Ed25519Signer();
        verifier.init(false, key);
        verifier.update(text, 0, text.length);
        return verifier.verifySignature(signature);
    }
}
