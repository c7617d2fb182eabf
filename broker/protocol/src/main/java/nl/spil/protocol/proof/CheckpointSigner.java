package nl.spil.protocol.proof;

import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** A private key that signs checkpoints; its text form is for a file that only the broker can read. */
public sealed interface CheckpointSigner permits Ed25519CheckpointSigner, MlDsa44CheckpointSigner {
    /** How the text form of a private key starts, as golang.org/x/mod/sumdb/note writes it. */
    String PREFIX = "PRIVATE+KEY+";

    VerifierKey verifierKey();

    /** Signs the checkpoint; the moment goes into the signature where its type has room for one. */
    NoteSignature sign(Checkpoint checkpoint, Instant now);

    /** The text form; a secret. */
    String secret();

    static CheckpointSigner parse(String secret) {
        var parts =
                secret.startsWith(PREFIX) ? secret.substring(PREFIX.length()).split("\\+", 3) : new String[0];
        if (parts.length != 3) {
            throw new IllegalArgumentException("a signing key starts with " + PREFIX);
        }
        var typed = Base64.getDecoder().decode(parts[2]);
        var signer = of(parts[0], typed);
        if (!signer.secret().equals(secret)) {
            throw new IllegalArgumentException("the id of a signing key follows from its name and its bytes");
        }
        return signer;
    }

    private static CheckpointSigner of(String name, byte[] typed) {
        var seed = Arrays.copyOfRange(typed, 1, Math.max(1, typed.length));
        return switch (typed.length == 0 ? 0 : typed[0]) {
            case Ed25519VerifierKey.TYPE -> new Ed25519CheckpointSigner(name, seed);
            case MlDsa44VerifierKey.TYPE -> new MlDsa44CheckpointSigner(name, seed);
            default -> throw new IllegalArgumentException("a checkpoint is signed with Ed25519 or ML-DSA-44");
        };
    }

    /** Joins the parts of the text form. */
    static String secret(VerifierKey key, byte[] seed) {
        var typed = new byte[seed.length + 1];
        typed[0] = key.type();
        System.arraycopy(seed, 0, typed, 1, seed.length);
        return PREFIX + key.name() + "+" + HexFormat.of().toHexDigits(key.keyId()) + "+"
                + Base64.getEncoder().encodeToString(typed);
    }
}
