package nl.spil.protocol.proof;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.LongConsumer;
import nl.spil.protocol.proof.Finding.Fault;
import org.jspecify.annotations.Nullable;

/**
 * Checks a whole log, however it is kept, and names everything that is wrong in it instead of stopping at the first.
 *
 * <p>It is pure: rows go in, findings come out, and the log's public key is all it trusts.
 */
public final class LogAudit {
    /** Whoever deletes millions of rows must not be able to fill our memory with that. */
    private static final int MOST = 10_000;

    private final LinkedHashSet<Finding> findings = new LinkedHashSet<>();
    private final StoredLog log;
    private final LongConsumer progress;
    private final AuditedTree tree;
    private final AuditedRecords records;
    private final Anchors anchors;

    private LogAudit(LogKey key, StoredLog log, LongConsumer progress) {
        this.log = log;
        this.progress = progress;
        this.tree = new AuditedTree(log.nodes(), this::found);
        this.records = new AuditedRecords(this::found);
        this.anchors = new Anchors(key, log, this::found);
    }

    /**
     * What came out.
     *
     * @param findings the first ten thousand of them
     */
    public record Report(long entries, List<Finding> findings) {
        public Report {
            findings = List.copyOf(findings);
        }

        public boolean clean() {
            return findings.isEmpty();
        }
    }

    public static Report check(LogKey key, StoredLog log) {
        return check(key, log, position -> {});
    }

    /** The same; tells now and then how many entries were checked. */
    public static Report check(LogKey key, StoredLog log, LongConsumer progress) {
        return new LogAudit(key, log, progress).run();
    }

    private Report run() {
        settle();
        for (var entries = log.entries(); entries.hasNext(); ) {
            accept(entries.next());
        }
        end();
        return new Report(tree.position(), new ArrayList<>(findings));
    }

    private void accept(StoredLog.Entry entry) {
        while (entry.index() > tree.position() && anchors.reachBeyond(tree.position())) {
            missing(tree.position());
        }
        if (entry.index() != tree.position()) {
            report(Fault.ENTRY_UNEXPECTED, entry.index(), "no signed tree has room for it");
        } else if (entry.leaf() != null) {
            add(entry);
        } else if (anchors.reachBeyond(entry.index())) {
            missing(entry.index());
        } else {
            report(Fault.ENTRY_UNEXPECTED, entry.index(), "there is a record without its entry");
        }
    }

    private void missing(long index) {
        report(Fault.ENTRY_MISSING, index, "the entry is gone");
        tree.add(new AuditedTree.Row(index, null, null, () -> {}));
        settle();
    }

    private void add(StoredLog.Entry entry) {
        var leaf = entry.leaf() == null ? null : Merkle.leaf(entry.leaf());
        var row = new AuditedTree.Row(entry.index(), leaf, hash(entry.hash()), records.besides(entry));
        tree.add(row);
        if (!row.differs()) {
            records.follow(entry);
        }
        settle();
        if (entry.index() % 100_000 == 0) {
            progress.accept(entry.index());
        }
    }

    /** A kept hash of another length equals nothing. */
    private static @Nullable Hash hash(byte @Nullable [] kept) {
        return kept == null || kept.length != Hash.LENGTH ? null : Hash.of(kept);
    }

    private void settle() {
        anchors.at(tree.position(), records.timeOf(tree.position() - 1), tree::signed);
    }

    private void end() {
        var position = tree.position();
        var largest = anchors.largest();
        if (largest > position) {
            report(Fault.TAIL_CUT, position, "the log was signed at " + largest + " entries");
        } else if (tree.unsigned() > 0) {
            report(Fault.TAIL_UNSIGNED, position - tree.unsigned(), "nothing was signed over what follows");
        }
        tree.end();
        records.end();
    }

    private void report(Fault fault, long at, String detail) {
        found(new Finding(fault, at, detail));
    }

    private void found(Finding finding) {
        if (findings.size() < MOST) {
            findings.add(finding);
        }
    }
}
