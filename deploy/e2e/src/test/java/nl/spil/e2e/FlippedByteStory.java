package nl.spil.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import nl.spil.protocol.proof.LogAudit;
import nl.spil.protocol.proof.LogKey;
import org.junit.jupiter.api.Test;

/**
 * One byte is flipped in the database, behind the broker's back: F12 of the fault table. Longer:
 * {@code -Dspil.flips=200}.
 */
class FlippedByteStory {
    private final Stage.Shared shared = Stage.shared();
    private final Random random = Stage.random("FlippedByteStory");

    /** Every column in which the log keeps something. */
    private static final List<Place> PLACES = List.of(
            new Place("log_entry", "index", "leaf", true),
            new Place("log_entry", "index", "hash", true),
            new Place("log_record", "index", "salt", true),
            new Place("log_record", "index", "record", true),
            new Place("log_question", "index", "question", true),
            new Place("log_checkpoint", "number", "note", false));

    private record Place(String table, String key, String column, boolean bytes) {
        String read() {
            return "select " + value(column) + " from " + table + " where " + key + " = ?";
        }

        String write() {
            var written = bytes ? "?" : "convert_from(?, 'UTF8')";
            return "update " + table + " set " + column + " = " + written + " where " + key + " = ?";
        }

        private String value(String name) {
            return bytes ? name : "convert_to(" + name + ", 'UTF8')";
        }
    }

    @Test
    void a_flipped_byte_is_found_wherever_it_is() throws Exception {
        for (int i = 0; i < 10; i++) {
            shared.region().police().send(shared.region().sending(2, "to have a log"));
        }
        assertThat(audit().findings()).isEmpty();

        try (var connection = shared.database().asOwner()) {
            for (int i = 0; i < Stage.number("flips", 30); i++) {
                flip(connection, PLACES.get(i % PLACES.size()));
            }
        }

        assertThat(audit().findings()).isEmpty();
    }

    private void flip(Connection connection, Place place) throws SQLException, IOException {
        var row = someRow(connection, place);
        var before = read(connection, place, row);
        var after = before.clone();
        int at = random.nextInt(after.length);
        // A text column takes no byte above 127 by itself; the lowest bit keeps it a text.
        after[at] ^= (byte) (place.bytes() ? 1 << random.nextInt(8) : 1);
        write(connection, place, row, after);
        try {
            assertThat(audit().findings())
                    .as("byte %d of %s.%s in row %d", at, place.table(), place.column(), row)
                    .isNotEmpty();
        } finally {
            write(connection, place, row, before);
        }
    }

    private long someRow(Connection connection, Place place) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select " + place.key() + " from " + place.table() + " order by 1")) {
            var keys = new java.util.ArrayList<Long>();
            while (rows.next()) {
                keys.add(rows.getLong(1));
            }
            return keys.get(random.nextInt(keys.size()));
        }
    }

    private static byte[] read(Connection connection, Place place, long row) throws SQLException {
        try (var statement = connection.prepareStatement(place.read())) {
            statement.setLong(1, row);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getBytes(1);
            }
        }
    }

    private static void write(Connection connection, Place place, long row, byte[] value) throws SQLException {
        try (var statement = connection.prepareStatement(place.write())) {
            statement.setBytes(1, value);
            statement.setLong(2, row);
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }

    private LogAudit.Report audit() throws SQLException, IOException {
        var key = LogKey.parse(Files.readString(shared.broker().data().resolve("log.vkey")));
        try (var log = new DatabaseLog(shared.database(), WholeRecord.keptBy(shared.folders()))) {
            return LogAudit.check(key, log);
        }
    }
}
