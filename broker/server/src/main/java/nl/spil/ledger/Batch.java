package nl.spil.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import nl.spil.protocol.proof.Hash;
import nl.spil.protocol.proof.Leaf;
import nl.spil.protocol.proof.LeafBytes;
import nl.spil.protocol.proof.Merkle;

/** One transaction of the log: everything of these writings but the commit. */
final class Batch {
    private final Session session;
    private final Head before;
    private final Signing signing;
    private final InstantSource clock;
    private final List<Standing> standing = new ArrayList<>();
    private final List<Late> stale = new ArrayList<>();

    /** A writing in the transaction, and where its entries will stand. */
    record Standing(Pending pending, List<Position> positions, List<LeafBytes> leaves) {}

    /** A writing that came too late. */
    private record Late(Pending pending, StaleFacts reason) {}

    /** The rows of one writing were refused, or its work threw; without it the others can be written. */
    static final class Spoilt extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient Pending culprit;
        private final Exception reason;

        Spoilt(Pending culprit, Exception reason) {
            super(reason);
            this.culprit = culprit;
            this.reason = reason;
        }

        Exception reason() {
            return reason;
        }

        Pending culprit() {
            return culprit;
        }
    }

    Batch(Session session, Head before, Signing signing, InstantSource clock) {
        this.session = session;
        this.before = before;
        this.signing = signing;
        this.clock = clock;
    }

    /** Writes all that is still valid. Gives the head that a commit would make true. */
    Head write(List<Pending> batch) throws SQLException, Spoilt {
        var connection = session.connection();
        var now = clock.instant();
        var time = latest(now.truncatedTo(ChronoUnit.MILLIS), before.lastTime());
        var facts = new FactsCheck(connection);
        facts.lock(batch);
        for (var pending : batch) {
            place(pending, facts, now, time);
        }
        if (standing.isEmpty()) {
            return before;
        }
        works(connection);
        facts.write();
        return append(connection, time, now);
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }

    private void place(Pending pending, FactsCheck facts, Instant now, Instant time) {
        try {
            facts.check(pending.writing(), now);
        } catch (StaleFacts reason) {
            stale.add(new Late(pending, reason));
            return;
        }
        facts.bump(pending.writing());
        var from = before.size()
                + standing.stream().mapToInt(one -> one.positions().size()).sum();
        var positions = new ArrayList<Position>();
        var leaves = new ArrayList<LeafBytes>();
        for (var entry : pending.entries()) {
            var draft = entry.draft();
            positions.add(new Position(from + positions.size(), time));
            leaves.add(new LeafBytes(new Leaf(draft.kind().code(), time, draft.header(), entry.commitment()).bytes()));
        }
        standing.add(new Standing(pending, positions, leaves));
    }

    private void works(Connection connection) throws SQLException, Spoilt {
        var rows = new Rows(connection);
        for (var one : standing) {
            rows.nextWork();
            try {
                one.pending().writing().work().write(rows, one.positions());
            } catch (SQLException e) {
                throw spoilt(one.pending(), e);
            } catch (RuntimeException e) {
                throw new Spoilt(one.pending(), e);
            }
        }
        try {
            rows.flush();
        } catch (SQLException e) {
            throw spoilt(standing.getLast().pending(), e);
        }
    }

    /** Which writing of several the database meant cannot be known; that it meant the rows can. */
    private static Spoilt spoilt(Pending suspect, SQLException refused) throws SQLException {
        if (!SqlStates.meansTheRows(refused)) {
            throw refused;
        }
        return new Spoilt(suspect, refused);
    }

    private Head append(Connection connection, Instant time, Instant now) throws SQLException {
        var leaves = new ArrayList<LeafBytes>();
        standing.forEach(one -> leaves.addAll(one.leaves()));
        var hashes = new ArrayList<Hash>();
        leaves.forEach(leaf -> hashes.add(Merkle.leaf(leaf.bytes())));
        var growth = before.tree().plus(hashes);
        var head = signing.next(before, growth.tree(), time, now);
        var entries = standing.stream()
                .flatMap(one -> one.pending().entries().stream())
                .toList();
        new LogRows(connection, session.epoch()).insert(before.size(), entries, leaves, hashes, growth.grown(), head);
        return head;
    }

    /** Tells every caller what became of its writing; only after the commit. */
    void announce(Head committed) {
        stale.forEach(late -> late.pending().failed(late.reason()));
        for (var one : standing) {
            var drafts = one.pending().writing().entries();
            var recorded = new ArrayList<Recorded<?>>();
            for (var i = 0; i < drafts.size(); i++) {
                recorded.add(new Recorded<>(
                        drafts.get(i).value(),
                        one.positions().get(i),
                        one.leaves().get(i),
                        committed));
            }
            one.pending().done(new Placed(drafts, recorded));
        }
    }

    /** Tells every caller that nothing can be said for its writing. */
    void failed(RuntimeException reason) {
        standing.forEach(one -> one.pending().failed(reason));
        stale.forEach(late -> late.pending().failed(late.reason()));
    }
}
