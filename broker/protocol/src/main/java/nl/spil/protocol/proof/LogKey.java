package nl.spil.protocol.proof;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that anyone needs to check what a log says: the public keys under which it signs.
 *
 * @param ed25519 signs every checkpoint
 * @param mlDsa44 signs about one checkpoint a second besides
 */
public record LogKey(Ed25519VerifierKey ed25519, @Nullable MlDsa44VerifierKey mlDsa44) {

    public LogKey {
        if (mlDsa44 != null && !mlDsa44.name().equals(ed25519.name())) {
            throw new IllegalArgumentException("both keys of a log bear its name");
        }
    }

    /** Reads verifier keys, one a line, the Ed25519 key first. */
    public static LogKey parse(String text) {
        var keys = text.lines().map(VerifierKey::parse).toList();
        if (keys.isEmpty() || keys.size() > 2 || !(keys.getFirst() instanceof Ed25519VerifierKey ed25519)) {
            throw new IllegalArgumentException("a log has an Ed25519 key, and at most one other after it");
        }
        if (keys.size() == 1) {
            return new LogKey(ed25519, null);
        }
        if (!(keys.getLast() instanceof MlDsa44VerifierKey mlDsa44)) {
            throw new IllegalArgumentException("the second key of a log is an ML-DSA-44 key");
        }
        return new LogKey(ed25519, mlDsa44);
    }

    /** The text form: verifier keys, one a line. */
    public String text() {
        return ed25519.vkey() + "\n" + (mlDsa44 == null ? "" : mlDsa44.vkey() + "\n");
    }

    public String origin() {
        return ed25519.name();
    }

    /** The checkpoint that the note holds; throws {@link InvalidProof} unless this log signed it. */
    public Checkpoint open(SignedNote note) {
        var checkpoint = read(note);
        if (!verified(checkpoint, note.signatures(), ed25519)) {
            throw new InvalidProof("the log did not sign this checkpoint");
        }
        if (mlDsa44 != null) {
            // May be absent, but a wrong one spoils the whole (c2sp.org/signed-note).
            verified(checkpoint, note.signatures(), mlDsa44);
        }
        return checkpoint;
    }

    /** Whether the note bears the post-quantum signature as well; only asked of a note that opened. */
    public boolean lasting(SignedNote note) {
        var key = mlDsa44;
        return key != null && note.signatures().stream().anyMatch(one -> isBy(key, one));
    }

    private Checkpoint read(SignedNote note) {
        try {
            var checkpoint = Checkpoint.parse(note.text());
            if (!checkpoint.origin().equals(origin())) {
                throw new InvalidProof("this is a checkpoint of another log");
            }
            return checkpoint;
        } catch (IllegalArgumentException e) {
            throw new InvalidProof("this is no checkpoint", e);
        }
    }

    private static boolean isBy(VerifierKey key, NoteSignature signature) {
        return signature.name().equals(key.name()) && signature.keyId() == key.keyId();
    }

    private static boolean verified(Checkpoint checkpoint, List<NoteSignature> signatures, VerifierKey key) {
        var found = false;
        for (var signature : signatures) {
            if (isBy(key, signature)) {
                if (!key.verifies(checkpoint, signature.signature())) {
                    throw new InvalidProof("a signature of the log is wrong");
                }
                found = true;
            }
        }
        return found;
    }
}
