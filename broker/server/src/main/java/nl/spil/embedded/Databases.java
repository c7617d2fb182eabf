package nl.spil.embedded;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/** What the administrator of the embedded cluster does: roles and databases, and nothing else. */
final class Databases {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    private Databases() {}

    /** Makes the two roles or gives them the password of this data folder. */
    static void ensureRoles(Connection admin, RolePasswords passwords) throws SQLException {
        var wanted = Map.of(DatabaseRoles.OWNER, passwords.owner(), DatabaseRoles.RUNTIME, passwords.runtime());
        for (var role : wanted.entrySet()) {
            var verb = exists(admin, "select 1 from pg_roles where rolname = ?", role.getKey()) ? "alter" : "create";
            execute(admin, verb + " role " + role.getKey() + " login password '" + role.getValue() + "'");
        }
    }

    static void create(DataSource admin, String database, String template) {
        if (!NAME.matcher(database).matches() || !NAME.matcher(template).matches()) {
            throw new IllegalArgumentException("not the name of a database");
        }
        try (var connection = admin.getConnection()) {
            if (exists(connection, "select 1 from pg_database where datname = ?", database)) {
                return;
            }
            execute(
                    connection,
                    "create database " + database + " template " + template + " owner " + DatabaseRoles.OWNER);
            execute(connection, "revoke all on database " + database + " from public");
            execute(connection, "grant connect on database " + database + " to " + DatabaseRoles.RUNTIME);
        } catch (SQLException e) {
            throw new EmbeddedFailed("cannot make the database " + database, e);
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
