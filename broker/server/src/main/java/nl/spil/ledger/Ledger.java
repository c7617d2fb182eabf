package nl.spil.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import nl.spil.protocol.Json;
import nl.spil.protocol.Oin;
import nl.spil.protocol.proof.GrowingTree;
import nl.spil.protocol.proof.Leaf;
import nl.spil.protocol.proof.LeafHeader;
import nl.spil.protocol.proof.LogKey;
import nl.spil.protocol.proof.Receipt;
import tools.jackson.databind.JsonNode;

/**
 * Records before anything takes effect: the only maker of {@link Recorded}.
 *
 * <p>What waits at the same moment shares one transaction and one signed checkpoint.
 */
public final class Ledger implements AutoCloseable {
    private static final Duration LOCK_PATIENCE = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private static final int LARGEST_RECORD = 4 << 20;

    private final LogKey key;
    private final Writer writer;
    private final Published published;
    private final LogReader reader;
    private final LogMonitor monitor;

    private Ledger(
            LogKey key,
            Writer writer,
            Published published,
            LogReader reader,
            LedgerSessions sessions,
            DataSource pool,
            InstantSource clock) {
        this.key = key;
        this.writer = writer;
        this.published = published;
        this.reader = reader;
        this.monitor = new LogMonitor(sessions, pool, key, published, clock, this::note);
    }

    /**
     * Opens the log for writing, alone.
     *
     * <p>Throws {@link LogRefused} when another broker writes it, when its end does not verify, or when it is older than
     * what was published from this data folder.
     *
     * @param sessions gives new sessions of the runtime role, for the writer
     * @param pool gives sessions of the runtime role for reading
     */
    public static Ledger open(
            LedgerSessions sessions, DataSource pool, LogKeys keys, Path dataFolder, InstantSource clock) {
        var tiles = new StoredTiles(pool);
        var signing = new Signing(keys);
        var empty = signing.genesis(GrowingTree.resume(0, tiles), clock.instant());
        var published = Published.in(dataFolder, keys.key(), empty.note());
        var access = new Access(sessions, keys, published, tiles, clock);
        var writer = Writer.started(access, signing, published, clock, opened(access));
        var reader = new LogReader(pool, tiles);
        return new Ledger(keys.key(), writer, published, reader, sessions, pool, clock);
    }

    /** A broker that was killed a moment ago may still seem to hold the log. */
    private static Access.Opened opened(Access access) {
        var since = System.nanoTime();
        while (true) {
            try {
                return access.open(0);
            } catch (LogRefused e) {
                if (!e.isTaken() || System.nanoTime() - since > LOCK_PATIENCE.toNanos()) {
                    throw e;
                }
                pause();
            } catch (SQLException e) {
                throw LedgerUnavailable.because("the ledger's database cannot be opened", e);
            } catch (IOException e) {
                throw new UncheckedIOException("the last published checkpoint cannot be kept", e);
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LogRefused("interrupted while waiting for the log");
        }
    }

    /**
     * Records the writing as a whole and returns when it is durable.
     *
     * <p>Throws {@link StaleFacts} when its facts changed, {@link LedgerUnavailable} within a second when it cannot be
     * written now, {@link WorkFailed} when the database refuses its rows; what its own work throws comes back as is.
     */
    public Placed record(Writing writing) {
        return writer.write(writing);
    }

    /** The present versions of these scopes; to be read before the facts themselves. */
    public FactsVersions versionsOf(Collection<FactScope> scopes) {
        return reader.versionsOf(scopes);
    }

    /** The receipt of an entry that stands already: the very one that was given when it was recorded. */
    public Receipt receipt(long index) {
        return reader.receipt(index).orElseThrow(() -> new IllegalArgumentException("the log has no entry " + index));
    }

    /** What was recorded with an entry that stands already; empty when it was destroyed since. */
    public Optional<JsonNode> recordOf(long index) {
        return reader.stored(index, index + 1).stream()
                .findFirst()
                .flatMap(stored -> Optional.ofNullable(stored.record()))
                .map(record -> Json.read(record, LARGEST_RECORD));
    }

    /** How many entries there are. */
    public long size() {
        return head().size();
    }

    /** The entries from one place to before another, in order, for whoever has to judge them again. */
    public List<Evidence> evidence(long from, long to) {
        return reader.stored(from, Math.min(to, size())).stream()
                .map(Evidence::of)
                .toList();
    }

    /** The place of the first entry that is not before this moment; the size of the log when there is none. */
    public long firstAt(Instant moment) {
        var before = 0L;
        var after = size();
        while (before < after) {
            var middle = before + (after - before) / 2;
            if (timeOf(middle).isBefore(moment)) {
                before = middle + 1;
            } else {
                after = middle;
            }
        }
        return before;
    }

    private Instant timeOf(long index) {
        return Leaf.parse(reader.leaf(index).orElseThrow().bytes()).time();
    }

    /** Records that entries are shown to somebody, before they are. */
    public void recordReading(Oin reader, long from, long to) {
        new LogReading(this).record(reader, from, to);
    }

    /** From now on looks at the whole log over and over; until then only its right edge is known to be good. */
    void watch() {
        monitor.start();
    }

    /** What was found when the whole log was last looked at. */
    public LogCondition condition() {
        return monitor.condition();
    }

    /** Throws {@link LedgerUnavailable} while something in the log is not what was signed: then nothing is released. */
    public void mustBeIntact() {
        if (condition() instanceof LogCondition.Altered altered) {
            throw LedgerUnavailable.because("the log was altered: " + altered.first(), null);
        }
    }

    /** That it was altered stands in the log even when somebody puts everything back. */
    private void note(LogCondition condition) {
        var draft = switch (condition) {
            case LogCondition.Altered altered ->
                Draft.of(
                        condition,
                        EntryKind.LOG_ALTERED,
                        LeafHeader.none(),
                        Map.of(
                                "fault", altered.first().fault().name(),
                                "at", altered.first().at(),
                                "findings", altered.findings().size()));
            case LogCondition.Intact _, LogCondition.NotYetSeen _ ->
                Draft.of(condition, EntryKind.LOG_RESTORED, LeafHeader.none(), Map.of());
        };
        record(Writing.of(draft));
    }

    LogMonitor monitor() {
        return monitor;
    }

    /** Whether something can be recorded now, as far as is known. */
    public boolean available() {
        return writer.available();
    }

    /** What anyone needs to verify the log. */
    public LogKey key() {
        return key;
    }

    Head head() {
        return writer.head();
    }

    LogReader reader() {
        return reader;
    }

    @Override
    public void close() {
        monitor.close();
        writer.close();
        try {
            published.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the last published checkpoint could not be closed", e);
        }
    }
}
