package nl.spil.ledger;

import java.time.Instant;
import nl.spil.protocol.proof.Checkpoint;
import nl.spil.protocol.proof.GrowingTree;
import nl.spil.protocol.proof.LeafBytes;
import nl.spil.protocol.proof.Receipt;
import nl.spil.protocol.proof.TreeView;

/**
 * The log as it was last committed: its tree and the checkpoint over it.
 *
 * @param number the place of the checkpoint among all that were signed
 * @param view the tree at this size, ready to prove
 * @param note the signed checkpoint
 * @param lastTime the moment on the last leaf; the next one is not earlier
 * @param lastingTime the last leaf's moment when the post-quantum key last signed
 */
record Head(
        long number,
        GrowingTree tree,
        TreeView view,
        Checkpoint checkpoint,
        String note,
        Instant lastTime,
        Instant lastingTime) {

    long size() {
        return checkpoint.size();
    }

    /** Whether the latest checkpoint bears the post-quantum signature. */
    boolean lasting() {
        return !lastingTime.isBefore(lastTime);
    }

    Receipt receipt(long index, LeafBytes leaf) {
        return Receipt.of(leaf, view.inclusion(index), note);
    }
}
