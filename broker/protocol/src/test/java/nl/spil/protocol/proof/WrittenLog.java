package nl.spil.protocol.proof;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.spil.protocol.Sha256;
import org.jspecify.annotations.Nullable;

/** A small honest log in memory, whose rows a test can then change as a database administrator could. */
final class WrittenLog implements StoredLog {
    private static final Instant START = Instant.parse("2026-03-01T09:00:00Z");

    final Ed25519CheckpointSigner ed25519 = new Ed25519CheckpointSigner("log.example/one", new byte[32]);
    final MlDsa44CheckpointSigner mlDsa44 = new MlDsa44CheckpointSigner("log.example/one", new byte[32]);
    final LogKey key = new LogKey(ed25519.verifierKey(), mlDsa44.verifierKey());

    final TreeMap<Long, byte[]> leaves = new TreeMap<>();
    final TreeMap<Long, byte[]> hashes = new TreeMap<>();
    final TreeMap<Long, byte[]> salts = new TreeMap<>();
    final TreeMap<Long, byte[]> records = new TreeMap<>();
    final TreeMap<Long, byte[]> questions = new TreeMap<>();
    final List<Node> nodes = new ArrayList<>();
    final List<Signed> checkpoints = new ArrayList<>();
    final List<String> kept = new ArrayList<>();
    boolean keepsEveryCheckpoint = true;

    private GrowingTree tree = GrowingTree.resume(0, tile -> {
        throw new IllegalStateException("a test log keeps no tiles");
    });
    private Instant now = START;
    private Instant lasting = Instant.EPOCH;

    WrittenLog() {
        sign(true);
    }

    /** Writes one batch of entries, each with a question shared by the batch, and signs. */
    WrittenLog batch(int entries) {
        now = now.plusMillis(400);
        var first = tree.size();
        var batch = new ArrayList<Hash>();
        for (var i = 0; i < entries; i++) {
            batch.add(write(first + i, i));
        }
        var growth = tree.plus(batch);
        growth.grown()
                .forEach(grown -> nodes.add(
                        new Node(grown.level(), grown.index(), grown.hash().bytes())));
        tree = growth.tree();
        sign(!now.isBefore(lasting.plusSeconds(1)));
        return this;
    }

    /** Writes an entry that says that these records were destroyed. */
    WrittenLog destroyed(long from, long to) {
        now = now.plusMillis(400);
        var index = tree.size();
        var record = Utf8.bytes("{\"entries\":[[" + from + "," + to + "]]}");
        var growth = tree.plus(List.of(put("destroyed", index, new byte[32], record, now)));
        tree = growth.tree();
        sign(!now.isBefore(lasting.plusSeconds(1)));
        return this;
    }

    private Hash write(long index, int back) {
        var question = Utf8.bytes("{\"time\":" + now.toEpochMilli() + "}");
        var reference = "{\"sha256\":\"" + Sha256.of(question) + "\"" + (back == 0 ? "" : ",\"back\":" + back) + "}";
        if (back == 0) {
            questions.put(index, question);
        }
        var salt = Sha256.digest(Utf8.bytes("salt " + index));
        var record = Utf8.bytes("{\"case\":\"case " + index + "\",\"question\":" + reference + "}");
        return put(index, salt, record, now);
    }

    /** Writes the row as an attacker would who knows how leaf, hash and record hang together. */
    Hash put(long index, byte[] salt, byte[] record, Instant time) {
        return put("disclosure", index, salt, record, time);
    }

    private Hash put(String type, long index, byte[] salt, byte[] record, Instant time) {
        var leaf = new Leaf(type, time, LeafHeader.none(), Leaf.commitment(salt, record)).bytes();
        salts.put(index, salt);
        records.put(index, record);
        leaves.put(index, leaf);
        hashes.put(index, Merkle.leaf(leaf).bytes());
        return Merkle.leaf(leaf);
    }

    private void sign(boolean lastingToo) {
        var checkpoint = new Checkpoint(key.origin(), tree.size(), tree.view().root());
        var signatures = new ArrayList<NoteSignature>();
        signatures.add(ed25519.sign(checkpoint, now));
        if (lastingToo) {
            signatures.add(mlDsa44.sign(checkpoint, now));
            lasting = tree.size() == 0 ? Instant.EPOCH : now;
        }
        var note = new SignedNote(checkpoint.text(), signatures).note();
        checkpoints.add(new Signed(checkpoints.size(), tree.size(), note));
    }

    Instant now() {
        return now;
    }

    String lastNote() {
        return checkpoints.getLast().note();
    }

    @Override
    public Iterator<Entry> entries() {
        var all = new TreeMap<Long, Boolean>();
        List.of(leaves, salts, records, questions)
                .forEach(column -> column.keySet().forEach(i -> all.put(i, true)));
        return all.keySet().stream()
                .map(i -> new Entry(i, at(leaves, i), at(hashes, i), at(salts, i), at(records, i), at(questions, i)))
                .iterator();
    }

    private static byte @Nullable [] at(Map<Long, byte[]> column, long index) {
        return column.get(index);
    }

    @Override
    public Iterator<Node> nodes() {
        return nodes.iterator();
    }

    @Override
    public Iterator<Signed> checkpoints() {
        return checkpoints.iterator();
    }

    @Override
    public boolean keepsEveryCheckpoint() {
        return keepsEveryCheckpoint;
    }

    @Override
    public List<String> keptElsewhere() {
        return kept;
    }
}
