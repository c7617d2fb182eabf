package nl.spil.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import nl.spil.Migrations;

/**
 * A real PostgreSQL for tests: one cluster per test run, one migrated database per call of {@link #fresh}.
 *
 * @param owner sessions of the role that owns the tables
 * @param runtime sessions with the broker's daily rights
 */
public record TestDatabase(String name, DataSource owner, DataSource runtime) {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    /** A database with every migration applied and no rows of any other test. */
    public static TestDatabase fresh() {
        return copyOf("migrated");
    }

    /** An empty database, for tests of the migrations themselves. */
    public static TestDatabase empty() {
        return copyOf("template1");
    }

    public static EmbeddedPostgres cluster() {
        return Shared.CLUSTER;
    }

    /** One unpacked copy of the programs for all test runs of this build folder. */
    public static Path programs() {
        return Path.of("target", "postgres").toAbsolutePath();
    }

    private static TestDatabase copyOf(String template) {
        var name = "test_" + NUMBER.incrementAndGet();
        var roles = Shared.CLUSTER.roles();
        roles.copyDatabase(template, name);
        return new TestDatabase(name, roles.owner(name), roles.runtime(name));
    }

    /** Started by the first test that asks. */
    private static final class Shared {
        private static final EmbeddedPostgres CLUSTER = start();

        private static EmbeddedPostgres start() {
            try {
                var postgres = EmbeddedPostgres.startIn(Files.createTempDirectory("spil-test-"), programs());
                Runtime.getRuntime().addShutdownHook(new Thread(postgres::close));
                postgres.roles().createDatabase("migrated");
                Migrations.apply(postgres.roles().owner("migrated"), DatabaseRoles.RUNTIME);
                return postgres;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
