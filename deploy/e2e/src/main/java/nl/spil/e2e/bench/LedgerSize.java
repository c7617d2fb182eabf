package nl.spil.e2e.bench;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import nl.spil.e2e.EmbeddedDatabase;

/** How many bytes the record of one exchange takes, on average over what was just recorded. */
final class LedgerSize {
    private static final String PARTS = """
            select avg(octet_length(leaf)), avg(octet_length(record) + octet_length(salt)),
                   avg(octet_length(question))
            from log_entry join log_record using (index) left join log_question using (index)
            where position(convert_to(?, 'UTF8') in leaf) > 0
            """;

    private LedgerSize() {}

    static SequencedMap<String, String> of(EmbeddedDatabase database) throws SQLException {
        var sizes = new LinkedHashMap<String, String>();
        try (var connection = database.asAdministrator();
                var statement = connection.prepareStatement(PARTS)) {
            for (var type : java.util.List.of("exchange-received", "disclosure")) {
                statement.setString(1, "\"type\":\"" + type + "\"");
                try (var rows = statement.executeQuery()) {
                    rows.next();
                    sizes.put(
                            "ledger bytes of one " + type + " entry: leaf + record (+ question)",
                            "%.0f + %.0f (+ %.0f)".formatted(rows.getDouble(1), rows.getDouble(2), rows.getDouble(3)));
                }
            }
            try (var all = connection.createStatement();
                    var rows = all.executeQuery(
                            "select pg_database_size(current_database())," + " (select count(*) from log_entry)")) {
                rows.next();
                sizes.put(
                        "database in all, for so many log entries",
                        "%.0f MB, %d".formatted(rows.getLong(1) / 1048576.0, rows.getLong(2)));
            }
        }
        return sizes;
    }
}
