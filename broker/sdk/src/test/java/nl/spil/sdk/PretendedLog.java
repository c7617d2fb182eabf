package nl.spil.sdk;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.spil.protocol.Base64Url;
import nl.spil.protocol.Sha256;
import nl.spil.protocol.proof.Checkpoint;
import nl.spil.protocol.proof.Ed25519CheckpointSigner;
import nl.spil.protocol.proof.GrowingTree;
import nl.spil.protocol.proof.Hash;
import nl.spil.protocol.proof.Leaf;
import nl.spil.protocol.proof.LeafBytes;
import nl.spil.protocol.proof.LeafHeader;
import nl.spil.protocol.proof.LogKey;
import nl.spil.protocol.proof.Merkle;
import nl.spil.protocol.proof.Receipt;
import nl.spil.protocol.proof.SignedNote;
import nl.spil.protocol.proof.TreeView;

/** A log in memory with real proofs and a real signature; can be made to show another history. */
final class PretendedLog {
    private static final String NAME = "log.example/1";

    private final Ed25519CheckpointSigner signer;
    private final List<Hash> leaves = new ArrayList<>();
    private GrowingTree tree = emptyTree();

    /** What the log writes down instead of what happened. */
    Map<String, String> renaming = Map.of();

    private PretendedLog(Ed25519CheckpointSigner signer) {
        this.signer = signer;
    }

    static PretendedLog fresh() {
        return new PretendedLog(Ed25519CheckpointSigner.random(NAME));
    }

    /** Another history under the same key: what a log does that shows each partner something else. */
    PretendedLog fork() {
        return new PretendedLog(signer);
    }

    /** The same log without its last entries, as after a restore of an old backup. */
    synchronized PretendedLog cutTo(long size) {
        var cut = new PretendedLog(signer);
        leaves.subList(0, (int) size).forEach(cut::append);
        return cut;
    }

    private static GrowingTree emptyTree() {
        return GrowingTree.resume(0, tile -> {
            throw new IllegalStateException("nothing is kept elsewhere");
        });
    }

    LogKey key() {
        return new LogKey(signer.verifierKey(), null);
    }

    synchronized Receipt record(String type, LeafHeader header) {
        var time = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        var written = renaming.getOrDefault(type, type);
        var leaf = new LeafBytes(new Leaf(written, time, header, Sha256.of("record")).bytes());
        var index = tree.size();
        append(Merkle.leaf(leaf.bytes()));
        return Receipt.of(leaf, tree.view().inclusion(index), note());
    }

    private void append(Hash leaf) {
        leaves.add(leaf);
        tree = tree.plus(List.of(leaf)).tree();
    }

    synchronized long size() {
        return tree.size();
    }

    synchronized String note() {
        var checkpoint = new Checkpoint(NAME, tree.size(), tree.view().root());
        return new SignedNote(checkpoint.text(), List.of(signer.sign(checkpoint, Instant.now()))).note();
    }

    synchronized List<String> consistency(long from, long to) {
        return new TreeView(to, tree)
                .consistency(from).path().stream()
                        .map(Hash::bytes)
                        .map(Base64Url::encode)
                        .toList();
    }
}
