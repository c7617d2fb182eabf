package nl.spil.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nl.spil.embedded.TestDatabase;
import nl.spil.protocol.proof.LogAudit;
import nl.spil.protocol.proof.LogKey;

/**
 * A ledger of its own on a migrated database of its own; closing it checks the whole log, as every test that writes to
 * the ledger must.
 */
public final class LedgerFixture implements AutoCloseable {
    private final TestDatabase database;
    private final Path folder;
    private final InstantSource clock;
    private Ledger ledger;

    private LedgerFixture(TestDatabase database, Path folder, InstantSource clock) {
        this.database = database;
        this.folder = folder;
        this.clock = clock;
        this.ledger = opened();
    }

    public static LedgerFixture fresh() {
        return fresh(InstantSource.system());
    }

    public static LedgerFixture fresh(InstantSource clock) {
        return on(TestDatabase.fresh(), clock);
    }

    public static LedgerFixture on(TestDatabase database, InstantSource clock) {
        try {
            return new LedgerFixture(database, Files.createTempDirectory("spil-ledger-"), clock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Ledger opened() {
        return Ledger.open(database.runtime()::getConnection, database.runtime(), keys(), folder, clock);
    }

    LogKeys keys() {
        return LogKeys.keptIn(folder, "log.example/" + database.name());
    }

    public Ledger ledger() {
        return ledger;
    }

    public TestDatabase database() {
        return database;
    }

    public Path folder() {
        return folder;
    }

    /** Has the broker look at its whole log now, as it does over and over by itself. */
    public LogCondition look() throws SQLException {
        return ledger.monitor().look();
    }

    public LogKey key() {
        return ledger.key();
    }

    /** As after a restart of the broker. */
    public void reopen() {
        ledger.close();
        ledger = opened();
    }

    /** The whole-log audit, against the checkpoints that the data folder has kept as well. */
    public LogAudit.Report audit() {
        try (var log = new PostgresStoredLog(database.owner().getConnection(), published())) {
            return LogAudit.check(key(), log);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> published() {
        try (Stream<Path> files = Files.list(folder.resolve("log"))) {
            var notes = new ArrayList<String>();
            for (var file : files.toList()) {
                var note = Files.readString(file);
                if (!note.isEmpty()) {
                    notes.add(note);
                }
            }
            return notes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void assertClean() {
        assertThat(audit().findings()).isEmpty();
    }

    @Override
    public void close() {
        ledger.close();
        assertClean();
    }
}
