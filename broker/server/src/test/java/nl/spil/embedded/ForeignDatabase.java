package nl.spil.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import nl.spil.access.TestCertificates;
import nl.spil.access.TestCertificates.Identity;

/** A PostgreSQL that somebody else runs: a cluster of its own, that can be entered over TLS only. */
public final class ForeignDatabase implements AutoCloseable {
    private static final String DATABASE = "installation";

    private final EmbeddedPostgres postgres;
    private final Path root;

    private ForeignDatabase(EmbeddedPostgres postgres, Path root) {
        this.postgres = postgres;
        this.root = root;
    }

    public static ForeignDatabase in(Path folder, TestCertificates certificates) {
        var postgres = EmbeddedPostgres.startIn(folder, TestDatabase.programs());
        postgres.roles().createDatabase(DATABASE);
        var root = TestCertificates.pem(folder.resolve("database-root.pem"), certificates.root());
        var database = new ForeignDatabase(postgres, root);
        database.demandTls(folder.resolve("cluster"), certificates.issue("127.0.0.1"));
        return database;
    }

    private void demandTls(Path cluster, Identity server) {
        TestCertificates.pem(cluster.resolve("server.crt"), server.certificate());
        TestCertificates.pem(cluster.resolve("server.key"), server.keys().getPrivate());
        var rules = "hostssl " + DATABASE + " all 127.0.0.1/32 scram-sha-256\n"
                + "host postgres all 127.0.0.1/32 scram-sha-256\n";
        try {
            Files.writeString(cluster.resolve("pg_hba.conf"), rules);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        administer("alter system set ssl = on");
        administer("select pg_reload_conf()");
    }

    /** What only the administrator of the cluster may do. */
    public void administer(String sql) {
        try (var connection = asAdministrator();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Connection asAdministrator() throws SQLException {
        var roles = postgres.roles();
        return DatabaseRoles.source(
                        roles.url("postgres"), Cluster.ADMIN, roles.passwords().admin())
                .getConnection();
    }

    /** How many sessions of this role are open, and how many of them are protected. */
    public List<Integer> sessionsOf(String role) throws SQLException {
        try (var connection = asAdministrator();
                var statement = connection.prepareStatement("select count(*), count(*) filter (where ssl)"
                        + " from pg_stat_activity join pg_stat_ssl using (pid) where usename = ?")) {
            statement.setString(1, role);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return List.of(rows.getInt(1), rows.getInt(2));
            }
        }
    }

    public String url() {
        return protectedBy(root);
    }

    /** The address for a client that trusts another authority. */
    public String protectedBy(Path trusted) {
        return address() + "?sslmode=verify-full&sslrootcert=" + trusted;
    }

    public String unprotected() {
        return address() + "?sslmode=disable";
    }

    private String address() {
        return "jdbc:postgresql://127.0.0.1:" + postgres.roles().port() + "/" + DATABASE;
    }

    public String ownerPassword() {
        return postgres.roles().ownerPassword();
    }

    public String runtimePassword() {
        return postgres.roles().runtimePassword();
    }

    @Override
    public void close() {
        postgres.close();
    }
}
