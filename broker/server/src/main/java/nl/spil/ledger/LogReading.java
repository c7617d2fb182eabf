package nl.spil.ledger;

import java.util.ArrayList;
import java.util.Map;
import nl.spil.ledger.LogController.EntryView;
import nl.spil.ledger.LogController.RecordView;
import nl.spil.ledger.LogController.RecordsPage;
import nl.spil.problem.ProblemType;
import nl.spil.problem.Rejected;
import nl.spil.protocol.Base64Url;
import nl.spil.protocol.Oin;
import nl.spil.protocol.proof.Leaf;
import nl.spil.protocol.proof.LeafHeader;
import org.jspecify.annotations.Nullable;

/** Shows entries to those who may see them, after recording that they were shown. */
final class LogReading {
    private static final int LARGEST_PAGE = 1000;

    private final Ledger ledger;

    LogReading(Ledger ledger) {
        this.ledger = ledger;
    }

    /** An auditor's page: every leaf with what it commits to. */
    RecordsPage records(Oin reader, long from, int limit) {
        var size = ledger.head().size();
        if (from < 0 || limit < 1 || limit > LARGEST_PAGE) {
            throw Rejected.malformed("page-refused", "", "A page starts at 0 or later and has 1 to 1000 entries.");
        }
        var to = Math.min(size, from + limit);
        if (from >= to) {
            return new RecordsPage(new ArrayList<>(), null);
        }
        record(reader, from, to);
        var items = new ArrayList<RecordView>();
        for (var stored : ledger.reader().stored(from, to)) {
            items.add(new RecordView(
                    stored.index(),
                    Base64Url.encode(stored.leaf().bytes()),
                    text(stored.salt()),
                    text(stored.record()),
                    text(stored.question())));
        }
        return new RecordsPage(items, to < size ? to : null);
    }

    private static @Nullable String text(byte @Nullable [] bytes) {
        return bytes == null ? null : Base64Url.encode(bytes);
    }

    /** A partner's own entry: one that names it; any other is not there. */
    EntryView entry(Oin reader, long index) {
        var head = ledger.head();
        var leaf = ledger.reader()
                .leaf(index)
                .filter(found -> index < head.size())
                .filter(found -> concerns(reader, Leaf.parse(found.bytes()).header()))
                .orElseThrow(() -> new Rejected(ProblemType.NOT_FOUND));
        record(reader, index, index + 1);
        return new EntryView(index, Base64Url.encode(leaf.bytes()), head.receipt(index, leaf));
    }

    private static boolean concerns(Oin reader, LeafHeader header) {
        return reader.equals(header.from()) || reader.equals(header.to());
    }

    void record(Oin reader, long from, long to) {
        var read = Map.of("from", from, "to", to);
        ledger.record(Writing.of(
                Draft.of(read, EntryKind.LOG_READ, LeafHeader.none().from(reader), Map.of("entries", read))));
    }
}
