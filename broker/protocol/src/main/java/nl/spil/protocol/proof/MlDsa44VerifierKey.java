package nl.spil.protocol.proof;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.bouncycastle.crypto.params.MLDSAParameters;
import org.bouncycastle.crypto.params.MLDSAPublicKeyParameters;
import org.bouncycastle.crypto.signers.MLDSASigner;

/** The key whose signatures must still convince when elliptic curves no longer do (c2sp.org/tlog-cosignature). */
public final class MlDsa44VerifierKey implements VerifierKey {
    static final byte TYPE = 0x06;
    static final int SIGNATURE_LENGTH = 2420;
    private static final int KEY_LENGTH = 1312;
    private static final byte[] LABEL = Utf8.bytes("subtree/v1\n\0");

    private final String name;
    private final MLDSAPublicKeyParameters key;

    public MlDsa44VerifierKey(String name, byte[] publicKey) {
        KeyName.check(name);
        if (publicKey.length != KEY_LENGTH) {
            throw new IllegalArgumentException("an ML-DSA-44 key has " + KEY_LENGTH + " bytes");
        }
        this.name = name;
        this.key = new MLDSAPublicKeyParameters(MLDSAParameters.ml_dsa_44, publicKey);
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

    /** The signature has its time, in eight bytes of seconds, before it. */
    @Override
    public boolean verifies(Checkpoint checkpoint, byte[] signature) {
        if (signature.length != Long.BYTES + SIGNATURE_LENGTH) {
            return false;
        }
        var time = ByteBuffer.wrap(signature).getLong();
        var message = message(name, time, checkpoint);
        return time >= 0 && verifies(message, Arrays.copyOfRange(signature, Long.BYTES, signature.length));
    }

    boolean verifies(byte[] message, byte[] signature) {
        var verifier = new MLDSASigner();
        verifier.init(false, key);
        verifier.update(message, 0, message.length);
        return verifier.verifySignature(signature);
    }

    /** The `cosigned_message`: the whole tree is the subtree from zero to the size. */
    static byte[] message(String cosigner, long time, Checkpoint checkpoint) {
        var name = Utf8.bytes(cosigner);
        var origin = Utf8.bytes(checkpoint.origin());
        if (name.length > 255 || origin.length > 255) {
            throw new IllegalArgumentException("a cosigner and an origin have at most 255 bytes");
        }
        return ByteBuffer.allocate(LABEL.length + 1 + name.length + 1 + origin.length + 3 * Long.BYTES + Hash.LENGTH)
                .put(LABEL)
                .put((byte) name.length)
                .put(name)
                .putLong(time)
                .put((byte) origin.length)
                .put(origin)
                .putLong(0)
                .putLong(checkpoint.size())
                .put(checkpoint.root().bytes())
                .array();
    }
}
