package nl.spil.protocol.proof;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import nl.spil.protocol.proof.Finding.Fault;
import org.jspecify.annotations.Nullable;

/**
 * Rebuilds the tree twice over, from the leaves and from the kept hashes, and lets each signed root say which of the two
 * was altered where they differ.
 *
 * <p>When neither gives the signed root the rebuilding goes on with what is kept, so that later rows are still compared;
 * at the next full tile whose kept root fits it stands on firm ground again.
 */
final class AuditedTree {
    private static final int MOST_COMBINED = 10;
    private static final int MOST_SWAPPED = 64;
    private static final Hash NOTHING = Hash.of(new byte[Hash.LENGTH]);

    private final Consumer<Finding> findings;
    private final KeptNodes nodes;
    private final List<Row> segment = new ArrayList<>();
    private Growing firm = new Growing(new CompactRange(), new CompactRange());
    private long position;
    private boolean explained;
    private long adriftSince = -1;

    AuditedTree(Iterator<StoredLog.Node> nodes, Consumer<Finding> findings) {
        this.findings = findings;
        this.nodes = new KeptNodes(nodes, findings);
    }

    /**
     * One place in the log between two signed roots.
     *
     * @param derived the hash of the leaf that is kept
     * @param kept the hash that is kept beside it
     * @param besides compares the rest of the row; run unless its leaf turns out not to be the signed one
     */
    record Row(long index, @Nullable Hash derived, @Nullable Hash kept, Runnable besides) {
        boolean differs() {
            return derived != null && !derived.equals(kept);
        }

        Hash fromLeaf() {
            return derived != null ? derived : fromKept();
        }

        Hash fromKept() {
            return kept != null ? kept : derived != null ? derived : NOTHING;
        }
    }

    /** The tiles that are full, and what stands in the one that is not. */
    private record Growing(CompactRange tiles, CompactRange within) {
        Growing copy() {
            return new Growing(tiles.copy(), within.copy());
        }

        Hash root() {
            return within.size() == 0 ? tiles.root() : tiles.rootWith(within.root());
        }
    }

    long position() {
        return position;
    }

    void add(Row row) {
        segment.add(row);
        explained |= row.derived() == null;
        position++;
    }

    /** The log signed this root over all that was added so far. */
    void signed(Hash root) {
        var attempt = attempts().filter(one -> one.after.root().equals(root)).findFirst();
        if (attempt.isPresent()) {
            attempt.get().settle();
            adriftSince = -1;
        } else {
            unsettled();
        }
        segment.clear();
        explained = false;
    }

    /** How many were added since the last signed root. */
    long unsigned() {
        return segment.size();
    }

    /** Nothing more follows; what was added since the last signed root can only be compared with itself. */
    void end() {
        segment.forEach(this::reportUnsettled);
        if (adriftSince >= 0) {
            report(Fault.UNCONFIRMED, adriftSince, "from here on no signed root could be confirmed");
        }
        nodes.end(position);
    }

    /** Ways to read the rows since the last signed root, the likeliest first. */
    private Stream<Attempt> attempts() {
        var differing = segment.stream().filter(Row::differs).toList();
        var usual = Stream.of(differing.size(), 0).distinct().map(count -> attempt(differing.subList(0, count)));
        var mixed = differing.size() < 2 || differing.size() > MOST_COMBINED
                ? Stream.<Attempt>empty()
                : subsets(differing).map(this::attempt);
        var swapped = adrift() || explained || segment.size() > MOST_SWAPPED ? Stream.<Attempt>empty() : swaps();
        return Stream.of(usual, mixed, swapped).flatMap(one -> one);
    }

    private static Stream<List<Row>> subsets(List<Row> rows) {
        return Stream.iterate(1, mask -> mask < (1 << rows.size()) - 1, mask -> mask + 1)
                .map(mask -> {
                    var chosen = new ArrayList<Row>();
                    for (var i = 0; i < rows.size(); i++) {
                        if ((mask >> i & 1) == 1) {
                            chosen.add(rows.get(i));
                        }
                    }
                    return chosen;
                });
    }

    /** Takes the leaf for these of the rows that differ, and the kept hash for the others. */
    private Attempt attempt(List<Row> byLeaf) {
        var hashes = new ArrayList<Hash>();
        segment.forEach(row -> hashes.add(!row.differs() || byLeaf.contains(row) ? row.fromLeaf() : row.fromKept()));
        return new Attempt(hashes, List.of());
    }

    private Stream<Attempt> swaps() {
        var places = segment.size();
        return Stream.iterate(0, i -> i < places, i -> i + 1)
                .flatMap(i -> Stream.iterate(i + 1, j -> j < places, j -> j + 1).map(j -> swap(i, j)));
    }

    private Attempt swap(int one, int other) {
        var hashes = new ArrayList<>(segment.stream().map(Row::fromLeaf).toList());
        hashes.set(one, segment.get(other).fromLeaf());
        hashes.set(other, segment.get(one).fromLeaf());
        return new Attempt(hashes, List.of(segment.get(one), segment.get(other)));
    }

    private boolean adrift() {
        return adriftSince >= 0;
    }

    /** One way to read the rows, and the tree that it gives. */
    private final class Attempt {
        private final List<Hash> hashes;
        private final List<Row> swapped;
        private final Map<Long, Hash> tileRoots = new HashMap<>();
        private final Growing after;

        Attempt(List<Hash> hashes, List<Row> swapped) {
            this.hashes = hashes;
            this.swapped = swapped;
            this.after = grown();
        }

        private Growing grown() {
            var grown = firm.copy();
            for (var hash : hashes) {
                grown.within().append(hash);
                if (grown.within().size() == Tile.WIDTH) {
                    grown = new Growing(grown.tiles(), full(grown));
                }
            }
            return grown;
        }

        private CompactRange full(Growing grown) {
            var tile = grown.tiles().size();
            var kept = nodes.at(1, tile);
            tileRoots.put(tile, grown.within().root());
            grown.tiles()
                    .append(adrift() && kept != null ? kept : grown.within().root());
            return new CompactRange();
        }

        /** This is what was signed: now it is known what was altered. */
        void settle() {
            for (var i = 0; i < segment.size(); i++) {
                settle(segment.get(i), hashes.get(i));
            }
            swapped.forEach(row -> report(Fault.ENTRY_REORDERED, row.index(), "stands in another's place"));
            firm = after;
            nodes.compare(adrift() ? Map.of() : tileRoots, position);
        }

        private void settle(Row row, Hash signed) {
            if (signed.equals(row.derived()) || !swapped.isEmpty()) {
                row.besides().run();
                if (row.differs()) {
                    report(Fault.HASH_ALTERED, row.index(), "the kept hash is not that of the leaf, which was signed");
                }
            } else if (row.derived() != null) {
                report(Fault.LEAF_ALTERED, row.index(), "the leaf is not the one that was signed");
            }
        }
    }

    private void unsettled() {
        var named = explained || segment.stream().anyMatch(Row::differs);
        segment.forEach(this::reportUnsettled);
        if (!named && !adrift()) {
            report(
                    Fault.ROOT_MISMATCH,
                    segment.isEmpty() ? position : segment.getFirst().index(),
                    "the " + segment.size() + " entries from here do not give the root that was signed");
        }
        if (!adrift()) {
            adriftSince = position;
        }
        firm = attempt(List.of()).after;
        nodes.compare(Map.of(), position);
    }

    private void reportUnsettled(Row row) {
        if (row.differs()) {
            report(Fault.LEAF_ALTERED, row.index(), "the leaf and the kept hash differ");
        } else {
            row.besides().run();
        }
    }

    private void report(Fault fault, long at, String detail) {
        findings.accept(new Finding(fault, at, detail));
    }
}
