package nl.spil.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import nl.spil.protocol.proof.Checkpoint;
import nl.spil.protocol.proof.GrowingTree;
import nl.spil.protocol.proof.NoteSignature;
import nl.spil.protocol.proof.SignedNote;

/** Signs checkpoints: each with Ed25519, one in every second of growth with ML-DSA-44 besides. */
final class Signing {
    private static final Duration LASTING_EVERY = Duration.ofSeconds(1);

    private final LogKeys keys;

    Signing(LogKeys keys) {
        this.keys = keys;
    }

    /** The checkpoint of a log without entries, from which every log starts. */
    Head genesis(GrowingTree empty, Instant now) {
        return head(0, empty, Instant.EPOCH, Instant.EPOCH, true, now);
    }

    /** The next head over a tree that grew; its last leaf bears the given moment. */
    Head next(Head before, GrowingTree tree, Instant lastTime, Instant now) {
        var due = !lastTime.isBefore(before.lastingTime().plus(LASTING_EVERY));
        return head(before.number() + 1, tree, lastTime, before.lastingTime(), due, now);
    }

    /** The same tree, signed for the decades. */
    Head lasting(Head before, Instant now) {
        return head(before.number() + 1, before.tree(), before.lastTime(), before.lastingTime(), true, now);
    }

    private Head head(
            long number, GrowingTree tree, Instant lastTime, Instant lastingTime, boolean lasting, Instant now) {
        var view = tree.view();
        var checkpoint = new Checkpoint(keys.key().origin(), view.size(), view.root());
        var signatures = new ArrayList<NoteSignature>();
        signatures.add(keys.ed25519().sign(checkpoint, now));
        if (lasting) {
            signatures.add(keys.mlDsa44().sign(checkpoint, now));
        }
        var note = new SignedNote(checkpoint.text(), signatures).note();
        return new Head(number, tree, view, checkpoint, note, lastTime, lasting ? lastTime : lastingTime);
    }
}
