package nl.spil.protocol.proof;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import nl.spil.protocol.Json;
import nl.spil.protocol.MalformedJson;
import nl.spil.protocol.Sha256;
import nl.spil.protocol.proof.Finding.Fault;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Compares every leaf with the record, the question and the neighbours that it should have. */
final class AuditedRecords {
    private static final int FARTHEST_QUESTION = 64;
    private static final int LONGEST_RECORD = 0xffff;

    private final Consumer<Finding> findings;
    private final List<Strange> strange = new ArrayList<>();
    private final List<Long> missing = new ArrayList<>();
    private final List<Range> destroyed = new ArrayList<>();
    private final @Nullable Sha256[] questions = new @Nullable Sha256[FARTHEST_QUESTION];
    private @Nullable Timed last;
    private @Nullable Timed beforeLast;

    /** A record that is not the one its leaf commits to. */
    private record Strange(long index, Sha256 committed, Sha256 found) {}

    private record Range(long from, long to) {}

    private record Timed(long index, Instant time) {}

    AuditedRecords(Consumer<Finding> findings) {
        this.findings = findings;
    }

    /** The moment of the entry at this index, if it is the last and its leaf could be believed. */
    Optional<Instant> timeOf(long index) {
        return Optional.ofNullable(last).filter(one -> one.index() == index).map(Timed::time);
    }

    /** What is to be compared for this entry once it is known that its leaf is the one that was signed. */
    Runnable besides(StoredLog.Entry entry) {
        var question = entry.question();
        questions[place(entry.index())] = question == null ? null : Sha256.of(question);
        var bytes = entry.leaf();
        var around = questions.clone();
        return bytes == null ? () -> {} : () -> check(entry, bytes, around);
    }

    private static int place(long index) {
        return (int) Math.floorMod(index, (long) FARTHEST_QUESTION);
    }

    private void check(StoredLog.Entry entry, byte[] bytes, @Nullable Sha256[] around) {
        try {
            check(entry, Leaf.parse(bytes), around);
        } catch (InvalidProof e) {
            report(Fault.LEAF_UNREADABLE, entry.index(), "the leaf is not in its one form");
        }
    }

    private void check(StoredLog.Entry entry, Leaf leaf, @Nullable Sha256[] around) {
        var salt = entry.salt();
        var record = entry.record();
        if (salt == null || record == null) {
            missing.add(entry.index());
            return;
        }
        var commitment = Leaf.commitment(salt, record);
        if (commitment.equals(leaf.record())) {
            checkQuestion(entry, leaf, record, around);
        } else {
            strange.add(new Strange(entry.index(), leaf.record(), commitment));
        }
    }

    /** Time never goes back; where it does, the entry that fits neither neighbour is the one out of place. */
    void follow(StoredLog.Entry entry) {
        var now = timed(entry);
        var before = last;
        if (now == null) {
            return;
        }
        if (before != null && now.time().isBefore(before.time())) {
            var fitsTheOneBefore = beforeLast == null || !now.time().isBefore(beforeLast.time());
            report(
                    Fault.ENTRY_REORDERED,
                    fitsTheOneBefore ? before.index() : now.index(),
                    "entry " + now.index() + " is earlier than entry " + before.index());
        }
        beforeLast = before;
        last = now;
    }

    private static @Nullable Timed timed(StoredLog.Entry entry) {
        try {
            return entry.leaf() == null
                    ? null
                    : new Timed(entry.index(), Leaf.parse(entry.leaf()).time());
        } catch (InvalidProof e) {
            return null; // Reported where the leaf is compared.
        }
    }

    private void checkQuestion(StoredLog.Entry entry, Leaf leaf, byte[] record, @Nullable Sha256[] around) {
        try {
            var json = Json.read(record, LONGEST_RECORD);
            if (leaf.type().equals("destroyed")) {
                json.path("entries")
                        .forEach(range -> destroyed.add(new Range(
                                range.path(0).asLong(-1), range.path(1).asLong(-1))));
            }
            checkQuestion(entry, json.path("question"), around);
        } catch (MalformedJson e) {
            report(Fault.RECORD_ALTERED, entry.index(), "the record is not JSON");
        }
    }

    private void checkQuestion(StoredLog.Entry entry, JsonNode reference, @Nullable Sha256[] around) {
        var back = reference.path("back").asInt(0);
        if (entry.question() != null && (reference.isMissingNode() || back > 0)) {
            report(Fault.QUESTION_UNEXPECTED, entry.index(), "no record refers to this question");
        }
        if (reference.isMissingNode()) {
            return;
        }
        var kept = back < 0 || back >= FARTHEST_QUESTION ? null : around[place(entry.index() - back)];
        if (kept == null) {
            report(Fault.QUESTION_MISSING, entry.index(), "the question it rests on is not there");
        } else if (!kept.value().equals(reference.path("sha256").asString(""))) {
            report(Fault.QUESTION_ALTERED, entry.index(), "the question it rests on was altered");
        }
    }

    /** What can only be told when everything was seen. */
    void end() {
        var foundAt = new HashMap<Sha256, Long>();
        strange.forEach(one -> foundAt.put(one.found(), one.index()));
        for (var one : strange) {
            var elsewhere = foundAt.get(one.committed());
            findings.accept(
                    elsewhere == null
                            ? new Finding(Fault.RECORD_ALTERED, one.index(), "the record or its salt was altered")
                            : new Finding(Fault.ENTRY_REORDERED, one.index(), "its record stands at " + elsewhere));
        }
        for (var index : missing) {
            if (destroyed.stream().noneMatch(range -> range.from() <= index && index <= range.to())) {
                findings.accept(new Finding(Fault.RECORD_MISSING, index, "no entry says that it was destroyed"));
            }
        }
    }

    private void report(Fault fault, long at, String detail) {
        findings.accept(new Finding(fault, at, detail));
    }
}
