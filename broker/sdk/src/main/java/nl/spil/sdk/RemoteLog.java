package nl.spil.sdk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import nl.spil.protocol.Base64Url;
import nl.spil.protocol.proof.Checkpoint;
import nl.spil.protocol.proof.Hash;
import nl.spil.protocol.proof.StoredLog;
import nl.spil.protocol.proof.Tile;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The log as the broker gives it out, up to one checkpoint: hashes from the tiles, leaves and records as the auditor gets
 * them. Reading it makes the log grow, which this view does not see.
 */
final class RemoteLog implements StoredLog {
    private static final int PAGE = 500;

    private final Broker broker;
    private final Checkpoint checkpoint;
    private final String note;
    private final List<String> keptElsewhere;

    RemoteLog(Broker broker, Checkpoint checkpoint, String note, List<String> keptElsewhere) {
        this.broker = broker;
        this.checkpoint = checkpoint;
        this.note = note;
        this.keptElsewhere = List.copyOf(keptElsewhere);
    }

    @Override
    public Iterator<Entry> entries() {
        return new Entries();
    }

    /** In the order in which a growing log completes them. */
    @Override
    public Iterator<Node> nodes() {
        var nodes = new ArrayList<Node>();
        for (int level = 1; checkpoint.size() >> (level * Tile.HEIGHT) > 0; level++) {
            var count = checkpoint.size() >> (level * Tile.HEIGHT);
            for (long first = 0; first < count; first += Tile.WIDTH) {
                var row = row(level, first / Tile.WIDTH, (int) Math.min(Tile.WIDTH, count - first));
                for (int place = 0; place < row.size(); place++) {
                    nodes.add(new Node(level, first + place, row.get(place)));
                }
            }
        }
        nodes.sort(Comparator.comparingLong(Node::completeAt).thenComparingInt(Node::level));
        return nodes.iterator();
    }

    @Override
    public Iterator<Signed> checkpoints() {
        return List.of(new Signed(0, checkpoint.size(), note)).iterator();
    }

    @Override
    public boolean keepsEveryCheckpoint() {
        return false;
    }

    @Override
    public List<String> keptElsewhere() {
        return keptElsewhere;
    }

    private List<byte[]> row(int level, long index, int width) {
        var tile = new Tile(level, index, width);
        var bytes = broker.call(Call.get("/v1/log/tile/" + level + "/" + tile.path(), null)
                        .accepting("application/octet-stream, application/problem+json"))
                .body();
        var row = new ArrayList<byte[]>();
        for (int from = 0; from < bytes.length; from += Hash.LENGTH) {
            row.add(Arrays.copyOfRange(bytes, from, from + Hash.LENGTH));
        }
        return row;
    }

    /** Goes through the records page by page, and through the hashes tile by tile. */
    private final class Entries implements Iterator<Entry> {
        private Iterator<JsonNode> page = List.<JsonNode>of().iterator();
        private long nextPage;
        private long tileIndex = -1;
        private List<byte[]> tile = List.of();

        @Override
        public boolean hasNext() {
            while (!page.hasNext() && nextPage < checkpoint.size()) {
                var limit = Math.min(PAGE, checkpoint.size() - nextPage);
                page = broker.call(Call.get("/v1/log/records?from=" + nextPage + "&limit=" + limit, Scope.AUDIT))
                        .json()
                        .path("items")
                        .valueStream()
                        .toList()
                        .iterator();
                nextPage += limit;
            }
            return page.hasNext();
        }

        @Override
        public Entry next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            var record = page.next();
            var index = record.path("index").asLong(-1);
            return new Entry(
                    index,
                    bytes(record, "leaf"),
                    hash(index),
                    bytes(record, "salt"),
                    bytes(record, "record"),
                    bytes(record, "question"));
        }

        private byte @Nullable [] hash(long index) {
            if (index < 0 || index >= checkpoint.size()) {
                return null;
            }
            if (index / Tile.WIDTH != tileIndex) {
                tileIndex = index / Tile.WIDTH;
                var first = tileIndex * Tile.WIDTH;
                tile = row(0, tileIndex, (int) Math.min(Tile.WIDTH, checkpoint.size() - first));
            }
            var place = (int) (index % Tile.WIDTH);
            return place < tile.size() ? tile.get(place) : null;
        }

        private static byte @Nullable [] bytes(JsonNode record, String member) {
            var text = record.path(member);
            return text.isString() ? Base64Url.decode(text.stringValue()) : null;
        }
    }
}
