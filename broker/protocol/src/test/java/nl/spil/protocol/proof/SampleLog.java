package nl.spil.protocol.proof;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import nl.spil.protocol.Oin;
import nl.spil.protocol.Sha256;

/** A small log with real proofs under real signatures, the same in every run; it can lie in each way a log can. */
public final class SampleLog {
    private static final String NAME = "log.example/sample";
    private static final Instant START = Instant.parse("2026-11-02T09:29:00Z");
    private static final int SEEN = 5;

    private final Ed25519CheckpointSigner ed25519;
    private final MlDsa44CheckpointSigner mlDsa44;
    private final Map<String, List<String>> growth = new TreeMap<>();
    private GrowingTree tree = GrowingTree.resume(0, tile -> {
        throw new IllegalStateException("a sample log keeps no tiles");
    });

    /** A log of the entries that its partners saw before. */
    public SampleLog(SecureRandom random) {
        var seeds = new byte[2][32];
        random.nextBytes(seeds[0]);
        random.nextBytes(seeds[1]);
        ed25519 = new Ed25519CheckpointSigner(NAME, seeds[0]);
        mlDsa44 = new MlDsa44CheckpointSigner(NAME, seeds[1], random);
        IntStream.range(0, SEEN).forEach(i -> append(leaf("case-opened", LeafHeader.none(), "entry " + i)));
    }

    private SampleLog(SampleLog same) {
        ed25519 = same.ed25519;
        mlDsa44 = same.mlDsa44;
    }

    /** Another history under the same keys, so far of this many entries. */
    public SampleLog fork(int entries) {
        var fork = new SampleLog(this);
        IntStream.range(0, entries).forEach(i -> fork.append(leaf("case-opened", LeafHeader.none(), "forked " + i)));
        return fork;
    }

    public LogKey key() {
        return new LogKey(ed25519.verifierKey(), mlDsa44.verifierKey());
    }

    /** The present checkpoint under both signatures. */
    public String note() {
        return note(mlDsa44);
    }

    private String note(CheckpointSigner second) {
        var checkpoint = new Checkpoint(NAME, tree.size(), tree.view().root());
        var signatures = List.of(
                ed25519.sign(checkpoint, START),
                NoteSignature.of(
                        NAME,
                        mlDsa44.verifierKey().keyId(),
                        second.sign(checkpoint, START).signature()));
        return new SignedNote(checkpoint.text(), signatures).note();
    }

    /** Records that the recipient collected this release, and proves it. */
    public String collected(Oin recipient, Sha256 release) {
        return prove("collected", LeafHeader.none().to(recipient).release(release), mlDsa44);
    }

    /** Records something else about the same release. */
    public String disclosed(Oin recipient, Sha256 release) {
        return prove("disclosure", LeafHeader.none().to(recipient).release(release), mlDsa44);
    }

    /** As {@link #collected}, but under a checkpoint whose second signature is by another key. */
    public String halfSigned(Oin recipient, Sha256 release, SecureRandom random) {
        var another = new MlDsa44CheckpointSigner(NAME, new byte[32], random);
        return prove("collected", LeafHeader.none().to(recipient).release(release), another);
    }

    private String prove(String type, LeafHeader header, CheckpointSigner second) {
        var leaf = leaf(type, header, "record");
        var index = append(leaf);
        append(leaf("case-opened", LeafHeader.none(), "after"));
        var view = tree.view();
        if (view.size() > SEEN) {
            var path = view.consistency(SEEN).path();
            growth.put(view.root().base64(), path.stream().map(Hash::base64).toList());
        }
        return TlogProof.text(leaf, view.inclusion(index), note(second));
    }

    /** What this log answers, by the root of a later checkpoint, to whoever asks whether it grew from what was seen. */
    public Map<String, List<String>> growth() {
        return growth;
    }

    private long append(LeafBytes leaf) {
        var index = tree.size();
        tree = tree.plus(List.of(Merkle.leaf(leaf.bytes()))).tree();
        return index;
    }

    private static LeafBytes leaf(String type, LeafHeader header, String record) {
        return new LeafBytes(new Leaf(type, START, header, Sha256.of(record)).bytes());
    }

    /** What a partner knows who saw this checkpoint last and asks the log for the growth since. */
    public static CollectedEntry.History seen(LogKey key, String lastSeen, Map<String, List<String>> growth) {
        var seen = key.open(SignedNote.parse(lastSeen));
        return receipt -> {
            var proven = receipt.verify(key);
            var shown = proven.checkpoint();
            var path = growth.getOrDefault(shown.root().base64(), List.of()).stream()
                    .map(Hash::ofBase64)
                    .toList();
            if (shown.size() < seen.size()
                    || !new ConsistencyProof(seen.size(), shown.size(), path).proves(seen.root(), shown.root())) {
                throw new InvalidProof("the log shows another history than before");
            }
            return proven;
        };
    }
}
