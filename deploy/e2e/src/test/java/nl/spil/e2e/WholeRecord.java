package nl.spil.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.spil.protocol.Oin;
import nl.spil.protocol.proof.Leaf;
import nl.spil.protocol.proof.LogAudit;
import nl.spil.protocol.proof.LogKey;
import nl.spil.protocol.proof.Receipt;
import nl.spil.sdk.Outcome;

/** The whole log of a broker, audited from the database and then asked what happened. */
final class WholeRecord {
    private final LogKey key;
    private final List<byte[]> leaves = new ArrayList<>();
    private final Map<String, Integer> received = new HashMap<>();
    private final Map<String, Integer> disclosed = new HashMap<>();
    private final Map<String, Integer> collected = new HashMap<>();

    private WholeRecord(LogKey key) {
        this.key = key;
    }

    /** Reads and audits the log, also against the checkpoints that partners keep in these folders; it must be clean. */
    static WholeRecord audited(Path data, Path partners) throws SQLException, IOException {
        var record = new WholeRecord(LogKey.parse(Files.readString(data.resolve("log.vkey"))));
        var database = new EmbeddedDatabase(data);
        try (var log = new DatabaseLog(database, keptBy(partners))) {
            assertThat(LogAudit.check(record.key, log).findings()).isEmpty();
        }
        try (var log = new DatabaseLog(database, List.of())) {
            for (var entries = log.entries(); entries.hasNext(); ) {
                record.add(Objects.requireNonNull(entries.next().leaf(), "an audited log has every leaf"));
            }
        }
        return record;
    }

    static List<String> keptBy(Path partners) throws IOException {
        var kept = new ArrayList<String>();
        try (var files = Files.walk(partners)) {
            for (var file :
                    files.filter(path -> path.endsWith("log/checkpoint")).toList()) {
                kept.add(Files.readString(file));
            }
        }
        return kept;
    }

    private void add(byte[] bytes) {
        leaves.add(bytes);
        var leaf = Leaf.parse(bytes);
        var header = leaf.header();
        switch (leaf.type()) {
            case "exchange-received" -> received.merge(String.valueOf(header.exchange()), 1, Integer::sum);
            case "disclosure" -> disclosed.merge(header.exchange() + " " + header.to(), 1, Integer::sum);
            case "collected" -> collected.merge(header.to() + " " + header.release(), 1, Integer::sum);
            default -> {
                // Other entries are for other stories.
            }
        }
    }

    int size() {
        return leaves.size();
    }

    int exchanges() {
        return received.size();
    }

    int disclosures() {
        return disclosed.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** What the sender was told is so: its exchange is there once, and so is every disclosure, where the receipts say. */
    void mustHoldOnce(Outcome outcome) {
        var exchange = outcome.exchange().orElseThrow();
        assertThat(received).as("received").containsEntry(exchange, 1);
        mustHold(outcome.receipt().orElseThrow());
        for (var recipient : outcome.recipients()) {
            assertThat(disclosed).as("disclosed").containsEntry(exchange + " " + recipient.recipient(), 1);
            mustHold(recipient.receipt().orElseThrow());
        }
    }

    void mustHold(Receipt receipt) {
        var proven = receipt.verify(key);
        var stored = leaves.get(Math.toIntExact(proven.index()));
        assertThat(Arrays.equals(stored, Base64.getUrlDecoder().decode(receipt.leaf())))
                .as("entry " + proven.index() + " is the one that was acknowledged")
                .isTrue();
    }

    /** Nothing lies ready for a recipient that was not recorded as disclosed to it. */
    void mustHaveDisclosed(String exchange, Oin recipient) {
        assertThat(disclosed).as("released but not recorded").containsKey(exchange + " " + recipient);
    }

    /** What a recipient holds was recorded as collected, with the very release it holds. */
    void mustHaveCollected(Oin recipient, String release) {
        assertThat(collected).as("collected but not recorded").containsKey(recipient + " " + release);
    }
}
