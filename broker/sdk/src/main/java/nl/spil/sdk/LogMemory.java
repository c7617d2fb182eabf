package nl.spil.sdk;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import nl.spil.protocol.proof.Checkpoint;
import nl.spil.protocol.proof.ConsistencyProof;
import nl.spil.protocol.proof.InvalidProof;
import nl.spil.protocol.proof.LogKey;
import nl.spil.protocol.proof.Receipt;
import nl.spil.protocol.proof.SignedNote;
import nl.spil.protocol.proof.TlogProof;

/**
 * The last checkpoint of the log this partner saw. Every receipt must fit it: a log that shows one partner another history
 * than it showed before is caught here, and the note on disk is the proof of it.
 */
final class LogMemory {
    private static final String CHECKPOINT = "checkpoint";
    private static final String CONTRADICTION = "contradiction";

    /** Where the log shows that it only grew. */
    interface Growth {
        ConsistencyProof between(long earlier, long later);
    }

    private final Folder folder;
    private final LogKey key;
    private final Growth growth;

    LogMemory(Folder folder, LogKey key, Growth growth) {
        this.folder = folder;
        this.key = key;
        this.growth = growth;
    }

    LogKey key() {
        return key;
    }

    /** Checks a receipt by itself and against everything seen before; throws {@link VerificationFailed}. */
    Receipt.Proven accept(Receipt receipt) {
        try {
            var proven = receipt.verify(key);
            accept(TlogProof.parse(receipt.proof()).checkpoint());
            return proven;
        } catch (InvalidProof e) {
            throw new VerificationFailed("a receipt of the log does not hold: " + e.getMessage(), e);
        }
    }

    /** Checks that this checkpoint and the last one seen are of one history, and remembers the later of the two. */
    Checkpoint accept(SignedNote note) {
        return folder.exclusively(() -> {
            var shown = open(note);
            var seen = lastSeen();
            if (seen.isEmpty()) {
                remember(note);
            } else if (fits(open(seen.get()), shown, note)
                    && shown.size() > open(seen.get()).size()) {
                remember(note);
            }
            return shown;
        });
    }

    Optional<SignedNote> lastSeen() {
        return folder.read(CHECKPOINT).map(text -> SignedNote.parse(new String(text, StandardCharsets.UTF_8)));
    }

    private Checkpoint open(SignedNote note) {
        try {
            return key.open(note);
        } catch (InvalidProof e) {
            throw new VerificationFailed("the log's own signature does not hold: " + e.getMessage(), e);
        }
    }

    private boolean fits(Checkpoint seen, Checkpoint shown, SignedNote note) {
        var earlier = seen.size() <= shown.size() ? seen : shown;
        var later = seen.size() <= shown.size() ? shown : seen;
        if (earlier.size() == later.size() ? earlier.root().equals(later.root()) : grew(earlier, later)) {
            return true;
        }
        folder.write(CONTRADICTION, note.note().getBytes(StandardCharsets.UTF_8));
        throw new VerificationFailed("the log shows another history than before: its checkpoint of " + shown.size()
                + " entries does not fit the one of " + seen.size() + " entries seen earlier; both are kept in "
                + folder.path());
    }

    private boolean grew(Checkpoint earlier, Checkpoint later) {
        var proof = growth.between(earlier.size(), later.size());
        return proof.from() == earlier.size()
                && proof.to() == later.size()
                && proof.proves(earlier.root(), later.root());
    }

    private void remember(SignedNote note) {
        folder.write(CHECKPOINT, note.note().getBytes(StandardCharsets.UTF_8));
    }
}
