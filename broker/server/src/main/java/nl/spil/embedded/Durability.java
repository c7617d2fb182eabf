package nl.spil.embedded;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Whether a committed transaction survives a power cut on this server: asked, never assumed. */
public final class Durability {
    private static final List<String> MUST_BE_ON = List.of("fsync", "synchronous_commit", "full_page_writes");

    private Durability() {}

    /** The settings that make a commit less than durable; empty when all is well. */
    public static List<String> weaknesses(Connection connection) throws SQLException {
        var weak = new ArrayList<String>();
        for (var setting : MUST_BE_ON) {
            var value = show(connection, setting);
            var durable = value.equals("on") || (setting.equals("synchronous_commit") && value.equals("remote_apply"));
            if (!durable) {
                weak.add(setting + " is " + value);
            }
        }
        return List.copyOf(weak);
    }

    private static String show(Connection connection, String setting) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("show " + setting)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
