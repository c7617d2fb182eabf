package nl.spil.e2e.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import nl.spil.e2e.EmbeddedDatabase;
import nl.spil.sdk.LogCheck;
import nl.spil.sdk.Operator;
import nl.spil.sdk.Patience;
import nl.spil.sdk.cli.Terminal;

/** Changes a row of the log as the owner of the table can, lets the check find it, and puts the row back. */
final class Tampering {
    /** The consent that was withdrawn now reads as given; the hash beside it is made to fit, as a clever thief would. */
    private static final String TAMPER = """
            update log_entry
            set leaf = convert_to(replace(convert_from(leaf, 'UTF8'), 'consent-withdrawn', 'consent-given'), 'UTF8'),
                hash = sha256('\\x00'::bytea || convert_to(
                    replace(convert_from(leaf, 'UTF8'), 'consent-withdrawn', 'consent-given'), 'UTF8'))
            where index = ?
            """;

    private static final String LAST_WITHDRAWAL =
            "select index, leaf, hash from log_entry where position('consent-withdrawn' in convert_from(leaf, 'UTF8')) > 0"
                    + " order by index desc limit 1";

    private final Place place;
    private final EmbeddedDatabase database;
    private final Screen screen;
    private final Words words;
    private final Terminal terminal;

    Tampering(Place place, Screen screen, Words words, Terminal terminal) {
        this.place = place;
        this.terminal = terminal;
        this.database = new EmbeddedDatabase(place.broker());
        this.screen = screen;
        this.words = words;
    }

    void show() throws SQLException, IOException {
        screen.chapter(words.text("tamper"));
        screen.explain(words.text("tamper.explain"));
        try (var connection = database.asOwner()) {
            var entry = tampered(connection);
            try {
                screen.bad(words.text("tamper.detail", entry.index()));
                mustBeFound(entry.index());
            } finally {
                restore(connection, entry);
            }
        }
        var after = check();
        if (!after.sound()) {
            throw new StoryEnded(after.findings().toString());
        }
        screen.good(words.text("tamper.restored", after.size()));
    }

    @SuppressWarnings("ArrayRecordComponent") // Kept for a moment to be put back, never compared.
    private record Entry(long index, byte[] leaf, byte[] hash) {}

    private static Entry tampered(Connection connection) throws SQLException {
        try (var read = connection.createStatement();
                var rows = read.executeQuery(LAST_WITHDRAWAL);
                var write = connection.prepareStatement(TAMPER)) {
            if (!rows.next()) {
                throw new StoryEnded("the log has no entry of the withdrawal");
            }
            var entry = new Entry(rows.getLong(1), rows.getBytes(2), rows.getBytes(3));
            write.setLong(1, entry.index());
            write.executeUpdate();
            return entry;
        }
    }

    private static void restore(Connection connection, Entry entry) throws SQLException {
        try (var write = connection.prepareStatement("update log_entry set leaf = ?, hash = ? where index = ?")) {
            write.setBytes(1, entry.leaf());
            write.setBytes(2, entry.hash());
            write.setLong(3, entry.index());
            write.executeUpdate();
        }
    }

    private void mustBeFound(long index) throws IOException {
        var report = check();
        var naming = report.findings().stream()
                .filter(finding -> finding.at() == index)
                .findFirst()
                .orElseThrow(() -> new StoryEnded(words.text("tamper.notFound") + " " + report.findings()));
        screen.good(words.text("tamper.found", index));
        screen.detail(terminal.text("fault." + naming.fault(), Long.toString(naming.at())));
    }

    /** What {@code spil verify} does: rebuilds the log from what the broker gives out, and believes nothing of it. */
    private LogCheck.Verdict check() throws IOException {
        var operator = Operator.of(place.broker(), Patience.usual(), words.language());
        return LogCheck.by(operator).run(keptByPartners(), (_, _) -> {});
    }

    /** Every partner keeps the last checkpoint it saw, so that a tail cannot be cut off unnoticed. */
    private List<String> keptByPartners() throws IOException {
        var kept = new ArrayList<String>();
        try (var folders = Files.list(place.data().resolve("partners"))) {
            for (var folder : folders.toList()) {
                Path checkpoint = folder.resolve("log/checkpoint");
                if (Files.exists(checkpoint)) {
                    kept.add(Files.readString(checkpoint));
                }
            }
        }
        return kept;
    }
}
