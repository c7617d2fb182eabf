package nl.spil.protocol.proof;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import nl.spil.protocol.proof.Finding.Fault;
import org.jspecify.annotations.Nullable;

/** The signed roots that a log is measured by: those it keeps itself, and those that others kept. */
final class Anchors {
    private static final Duration LASTING_EVERY = Duration.ofSeconds(1);

    private final LogKey key;
    private final Iterator<StoredLog.Signed> stored;
    private final boolean complete;
    private final List<Opened> elsewhere = new ArrayList<>();
    private final Consumer<Finding> findings;
    private final List<Opened> here = new ArrayList<>();
    private @Nullable Opened next;
    private long numbers;
    private long size = -1;
    private Optional<Instant> lastLasting = Optional.of(Instant.EPOCH);

    /** A checkpoint whose signatures hold. */
    private record Opened(long number, Checkpoint checkpoint, boolean lasting) {}

    Anchors(LogKey key, StoredLog log, Consumer<Finding> findings) {
        this.key = key;
        this.stored = log.checkpoints();
        this.complete = log.keepsEveryCheckpoint();
        this.findings = findings;
        log.keptElsewhere()
                .forEach(note -> open(note, -1, Fault.CHECKPOINT_ALTERED).ifPresent(elsewhere::add));
        elsewhere.sort(Comparator.comparingLong(one -> one.checkpoint().size()));
        advance();
    }

    /** Whether something beyond this size was signed. */
    boolean reachBeyond(long position) {
        var last = next;
        return (last != null && last.checkpoint().size() > position)
                || (!elsewhere.isEmpty() && elsewhere.getLast().checkpoint().size() > position);
    }

    /** The largest size of any that are left; reads them all. */
    long largest() {
        var largest = elsewhere.isEmpty() ? 0 : elsewhere.getLast().checkpoint().size();
        for (var one = next; one != null; one = next) {
            largest = Math.max(largest, one.checkpoint().size());
            advance();
        }
        return largest;
    }

    /** Passes on every root that was signed at exactly this size. */
    void at(long position, Optional<Instant> lastTime, Consumer<Hash> signed) {
        here.clear();
        for (var one = next; one != null && one.checkpoint().size() <= position; one = next) {
            if (one.checkpoint().size() == position) {
                here.add(one);
            } else {
                report(Fault.CHECKPOINT_ALTERED, one.number(), "it does not follow the one before it");
            }
            checkLasting(one, lastTime);
            advance();
        }
        if (!here.isEmpty()) {
            signed.accept(here.getFirst().checkpoint().root());
        }
        here.stream()
                .filter(one -> !one.checkpoint().equals(here.getFirst().checkpoint()))
                .forEach(one -> report(Fault.FORKED, one.number(), "two roots were signed for one size"));
        while (!elsewhere.isEmpty() && elsewhere.getFirst().checkpoint().size() <= position) {
            compare(elsewhere.removeFirst(), signed);
        }
    }

    private void compare(Opened other, Consumer<Hash> signed) {
        if (here.isEmpty()) {
            signed.accept(other.checkpoint().root());
            if (complete) {
                report(Fault.CHECKPOINT_MISSING, other.checkpoint().size(), "a checkpoint of this size was given away");
            }
        } else if (!here.getFirst().checkpoint().equals(other.checkpoint())) {
            report(Fault.FORKED, other.checkpoint().size(), "another checkpoint of this size was given away");
        } else if (other.lasting() && here.stream().noneMatch(Opened::lasting)) {
            report(Fault.CHECKPOINT_ALTERED, here.getFirst().number(), "a signature that was given away is gone");
        }
    }

    /** While the log grows, one checkpoint a second bears the signature for the decades. */
    private void checkLasting(Opened one, Optional<Instant> lastTime) {
        if (key.mlDsa44() == null) {
            return;
        }
        var due = one.checkpoint().size() == size || one.checkpoint().size() == 0 || isDue(lastTime);
        if (due && !one.lasting()) {
            report(Fault.CHECKPOINT_UNLASTING, one.number(), "the ML-DSA signature is gone");
        }
        if (due || one.lasting()) {
            lastLasting = one.checkpoint().size() == 0 ? Optional.of(Instant.EPOCH) : lastTime;
        }
        size = one.checkpoint().size();
    }

    /** Of a moment that cannot be read nothing is concluded. */
    private boolean isDue(Optional<Instant> lastTime) {
        return lastTime.isPresent()
                && lastLasting.isPresent()
                && !lastTime.get().isBefore(lastLasting.get().plus(LASTING_EVERY));
    }

    private void advance() {
        next = null;
        while (next == null && stored.hasNext()) {
            var one = stored.next();
            for (; numbers < one.number() && stored.hasNext(); numbers++) {
                report(Fault.CHECKPOINT_MISSING, numbers, "the numbers of the checkpoints have a gap");
            }
            numbers = one.number() + 1;
            next = opened(one).orElse(null);
        }
    }

    private Optional<Opened> opened(StoredLog.Signed one) {
        var opened = open(one.note(), one.number(), Fault.CHECKPOINT_ALTERED);
        if (opened.isPresent() && opened.get().checkpoint().size() != one.size()) {
            report(Fault.CHECKPOINT_ALTERED, one.number(), "it is filed under another size");
        }
        return opened;
    }

    private Optional<Opened> open(String text, long number, Fault fault) {
        try {
            var note = SignedNote.parse(text);
            return Optional.of(new Opened(number, key.open(note), key.lasting(note)));
        } catch (IllegalArgumentException | InvalidProof e) {
            report(fault, number, number < 0 ? "one that was kept elsewhere does not verify" : "it does not verify");
            return Optional.empty();
        }
    }

    private void report(Fault fault, long at, String detail) {
        findings.accept(new Finding(fault, at, detail));
    }
}
