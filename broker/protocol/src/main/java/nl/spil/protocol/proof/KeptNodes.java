package nl.spil.protocol.proof;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Consumer;
import nl.spil.protocol.proof.Finding.Fault;
import org.jspecify.annotations.Nullable;

/** The kept tree hashes above level 0, compared with what the level below gives as soon as that is known. */
final class KeptNodes {
    private final Iterator<StoredLog.Node> stored;
    private final Consumer<Finding> findings;
    private final Map<Place, Hash> kept = new HashMap<>();
    private StoredLog.@Nullable Node next;
    private long fullTiles;

    private record Place(int level, long index) {}

    KeptNodes(Iterator<StoredLog.Node> stored, Consumer<Finding> findings) {
        this.stored = stored;
        this.findings = findings;
        advance();
    }

    private void advance() {
        next = stored.hasNext() ? stored.next() : null;
    }

    @Nullable
    Hash at(int level, long index) {
        readUpTo((index + 1) << (level * Tile.HEIGHT));
        return kept.get(new Place(level, index));
    }

    private void readUpTo(long size) {
        for (var node = next; node != null && node.completeAt() <= size; node = next) {
            var hash = node.hash();
            if (hash.length == Hash.LENGTH) {
                kept.put(new Place(node.level(), node.index()), Hash.of(hash));
            }
            advance();
        }
    }

    /**
     * All tiles of a log of this size are settled.
     *
     * @param roots by tile, as far as they follow from what was signed; a tile that is not named cannot be judged
     */
    void compare(Map<Long, Hash> roots, long size) {
        readUpTo(size);
        for (var full = size / Tile.WIDTH; fullTiles < full; fullTiles++) {
            compare(new Place(1, fullTiles), roots.get(fullTiles));
            compareAbove(1, fullTiles);
        }
    }

    private void compare(Place place, @Nullable Hash computed) {
        var hash = kept.get(place);
        if (hash == null) {
            report(Fault.NODE_MISSING, place);
        } else if (computed != null && !computed.equals(hash)) {
            report(Fault.NODE_ALTERED, place);
        }
        if (computed != null) {
            kept.put(place, computed);
        }
    }

    /** A full tile at one level is one hash at the next. */
    private void compareAbove(int level, long index) {
        if ((index + 1) % Tile.WIDTH != 0) {
            return;
        }
        var range = new CompactRange();
        var known = true;
        for (var i = index + 1 - Tile.WIDTH; i <= index; i++) {
            var hash = kept.remove(new Place(level, i));
            known &= hash != null;
            range.append(hash == null ? Merkle.empty() : hash);
        }
        var above = new Place(level + 1, index / Tile.WIDTH);
        compare(above, known ? range.root() : null);
        compareAbove(above.level(), above.index());
    }

    /** What is kept beyond a log of this size belongs to nothing. */
    void end(long size) {
        readUpTo(Long.MAX_VALUE);
        for (var place : kept.keySet()) {
            var level = place.level();
            var known = level >= 1 && level < 7 && place.index() >= 0 && place.index() < size >> (level * Tile.HEIGHT);
            if (!known) {
                report(Fault.NODE_UNEXPECTED, place);
            }
        }
    }

    private void report(Fault fault, Place place) {
        findings.accept(new Finding(fault, place.index(), "tree hash at level " + place.level()));
    }
}
