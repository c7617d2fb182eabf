package nl.spil.ledger;

import java.security.Principal;
import java.time.Duration;
import java.util.List;
import nl.spil.problem.ProblemType;
import nl.spil.problem.Rejected;
import nl.spil.protocol.Base64Url;
import nl.spil.protocol.Oin;
import nl.spil.protocol.proof.EntryBundle;
import nl.spil.protocol.proof.Hash;
import nl.spil.protocol.proof.LeafBytes;
import nl.spil.protocol.proof.Receipt;
import nl.spil.protocol.proof.Tile;
import nl.spil.protocol.proof.TreeView;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The log as others read it, at the addresses of c2sp.org/tlog-tiles: hashes for anyone, entries for who may see them,
 * and who read an entry is itself an entry.
 */
@RestController
@RequestMapping("/v1/log")
class LogController {
    private static final MediaType TEXT = MediaType.parseMediaType("text/plain;charset=utf-8");
    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final Ledger ledger;
    private final LogReading reading;

    LogController(Ledger ledger) {
        this.ledger = ledger;
        this.reading = new LogReading(ledger);
    }

    @GetMapping("/checkpoint")
    ResponseEntity<String> checkpoint() {
        return ResponseEntity.ok()
                .contentType(TEXT)
                .cacheControl(CacheControl.noCache())
                .body(ledger.head().note());
    }

    @GetMapping("/key")
    ResponseEntity<String> key() {
        return ResponseEntity.ok().contentType(TEXT).body(ledger.key().text());
    }

    @GetMapping("/tile/{level:[0-9]{1,2}}/{*path}")
    ResponseEntity<byte[]> tile(@PathVariable String level, @PathVariable String path) {
        var tile = existing(levelOf(level), path.substring(1));
        return immutable(ledger.reader().tile(tile));
    }

    @GetMapping("/tile/entries/{*path}")
    ResponseEntity<byte[]> entries(@PathVariable String path, Principal reader) {
        var tile = existing(0, path.substring(1));
        reading.record(new Oin(reader.getName()), tile.first(), tile.first() + tile.width());
        var leaves = ledger.reader().leaves(tile.first(), tile.first() + tile.width());
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .cacheControl(CacheControl.noStore())
                .body(EntryBundle.encode(leaves.stream().map(LeafBytes::bytes).toList()));
    }

    @GetMapping("/records")
    RecordsPage records(
            @RequestParam(defaultValue = "0") long from,
            @RequestParam(defaultValue = "100") int limit,
            Principal reader) {
        return reading.records(new Oin(reader.getName()), from, limit);
    }

    @GetMapping("/entries/{index}")
    EntryView entry(@PathVariable long index, Principal reader) {
        return reading.entry(new Oin(reader.getName()), index);
    }

    @GetMapping("/proofs/inclusion")
    InclusionView inclusion(@RequestParam long index, @RequestParam(required = false) @Nullable Long size) {
        var view = at(size == null ? ledger.head().size() : size);
        if (index < 0 || index >= view.size()) {
            throw new Rejected(ProblemType.NOT_FOUND);
        }
        return new InclusionView(index, view.size(), texts(view.inclusion(index).path()));
    }

    @GetMapping("/proofs/consistency")
    ConsistencyView consistency(@RequestParam long from, @RequestParam long to) {
        var view = at(to);
        if (from < 0 || from > to) {
            throw new Rejected(ProblemType.NOT_FOUND);
        }
        return new ConsistencyView(from, to, texts(view.consistency(from).path()));
    }

    /**
     * One page of what stands behind the leaves; bytes are base64url, so that hashes can be recomputed.
     *
     * @param next where the next page starts; absent on the last
     */
    record RecordsPage(List<RecordView> items, @Nullable Long next) {}

    record RecordView(
            long index,
            String leaf,
            @Nullable String salt,
            @Nullable String record,
            @Nullable String question) {}

    record EntryView(long index, String leaf, Receipt receipt) {}

    record InclusionView(long index, long size, List<String> path) {}

    record ConsistencyView(long from, long to, List<String> path) {}

    private TreeView at(long size) {
        var head = ledger.head();
        if (size < 0 || size > head.size()) {
            throw new Rejected(ProblemType.NOT_FOUND);
        }
        return size == head.size() ? head.view() : new TreeView(size, head.tree());
    }

    private static List<String> texts(List<Hash> path) {
        return path.stream().map(hash -> Base64Url.encode(hash.bytes())).toList();
    }

    private static int levelOf(String text) {
        if (text.length() > 1 && text.startsWith("0")) {
            throw new Rejected(ProblemType.NOT_FOUND);
        }
        return Integer.parseInt(text);
    }

    private Tile existing(int level, String path) {
        try {
            var tile = Tile.parse(level, path);
            if (tile.existsIn(ledger.head().size())) {
                return tile;
            }
        } catch (IllegalArgumentException e) {
            throw new Rejected(ProblemType.NOT_FOUND).because(e);
        }
        throw new Rejected(ProblemType.NOT_FOUND);
    }

    private static ResponseEntity<byte[]> immutable(byte[] body) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .cacheControl(FOR_EVER)
                .body(body);
    }
}
