package nl.spil.protocol.proof;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** A public key that verifies checkpoints, in the text form in which it is published (`vkey` of c2sp.org/signed-note). */
public sealed interface VerifierKey permits Ed25519VerifierKey, MlDsa44VerifierKey {
    String name();

    byte type();

    byte[] publicKey();

    /** Whether the bytes are this key's signature over the checkpoint. */
    boolean verifies(Checkpoint checkpoint, byte[] signature);

    default int keyId() {
        return KeyName.id(name(), type(), publicKey());
    }

    /** The text form. */
    default String vkey() {
        var key = publicKey();
        var typed = new byte[key.length + 1];
        typed[0] = type();
        System.arraycopy(key, 0, typed, 1, key.length);
        return name() + "+" + HexFormat.of().toHexDigits(keyId()) + "+"
                + Base64.getEncoder().encodeToString(typed);
    }

    static VerifierKey parse(String vkey) {
        var parts = vkey.split("\\+", 3);
        if (parts.length != 3) {
            throw new IllegalArgumentException("a verifier key is a name, an id and a key, joined by plus signs");
        }
        var typed = Base64.getDecoder().decode(parts[2]);
        var key = of(parts[0], typed);
        if (!key.vkey().equals(vkey)) {
            throw new IllegalArgumentException("the id of a verifier key follows from its name and its bytes");
        }
        return key;
    }

    private static VerifierKey of(String name, byte[] typed) {
        KeyName.check(name);
        if (typed.length == 0) {
            throw new IllegalArgumentException("a verifier key has a type");
        }
        var bytes = Arrays.copyOfRange(typed, 1, typed.length);
        return switch (typed[0]) {
            case Ed25519VerifierKey.TYPE -> new Ed25519VerifierKey(name, bytes);
            case MlDsa44VerifierKey.TYPE -> new MlDsa44VerifierKey(name, bytes);
            default -> throw new IllegalArgumentException("a checkpoint is signed with Ed25519 or ML-DSA-44");
        };
    }
}
