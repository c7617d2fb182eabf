package nl.spil.e2e;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * The database of a data folder as its administrator sees it: what an attacker with that account can read and change.
 *
 * @param data the broker's data folder
 */
public record EmbeddedDatabase(Path data) {
    private static final String NAME = "spil";

    /** A session of the role that owns the tables. */
    public Connection asOwner() throws SQLException {
        return session("spil_owner", "owner");
    }

    /** A session of the administrator of the whole cluster. */
    public Connection asAdministrator() throws SQLException {
        return session("spil_admin", "admin");
    }

    private Connection session(String user, String passwordOf) throws SQLException {
        return DriverManager.getConnection(url(NAME), user, password(passwordOf));
    }

    /** Where a JDBC client finds a database of this cluster. */
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/" + database + "?sslmode=disable&gssEncMode=disable";
    }

    /** The password of {@code admin}, {@code owner} or {@code runtime}. */
    public String password(String of) {
        var passwords = new Properties();
        try {
            passwords.load(new StringReader(Files.readString(data.resolve("postgres/passwords"))));
        } catch (IOException e) {
            throw new UncheckedIOException("the database passwords cannot be read", e);
        }
        return passwords.getProperty(of);
    }

    private int port() {
        return Integer.parseInt(postmaster().get(3));
    }

    /** The process that all other processes of PostgreSQL descend from. */
    public long pid() {
        return Long.parseLong(postmaster().get(0));
    }

    private List<String> postmaster() {
        try {
            var lines = Files.readAllLines(data.resolve("postgres/cluster/postmaster.pid"));
            return lines.stream().map(String::strip).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL does not run on " + data, e);
        }
    }

    /** Writes every row of every table, in PostgreSQL's own text form; answers with the names of the tables. */
    public List<String> dump(OutputStream to) throws SQLException {
        try (var connection = asAdministrator()) {
            var tables = tables(connection);
            // A whole table is never held in memory: rows come in portions, which needs an open transaction.
            connection.setAutoCommit(false);
            for (var table : tables) {
                dump(connection, table, to);
            }
            return tables;
        } catch (IOException e) {
            throw new UncheckedIOException("the dump cannot be written", e);
        }
    }

    private static void dump(Connection connection, String table, OutputStream to) throws SQLException, IOException {
        try (var statement = connection.createStatement()) {
            statement.setFetchSize(500);
            try (var rows = statement.executeQuery("select t::text from " + table + " t")) {
                while (rows.next()) {
                    to.write(rows.getString(1).getBytes(StandardCharsets.UTF_8));
                    to.write('\n');
                }
            }
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        var tables = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select format('%I.%I', schemaname, tablename) from pg_tables"
                        + " where schemaname not in ('pg_catalog', 'information_schema') order by 1")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }
}
