package nl.spil.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresIT {
    @TempDir
    Path folder;

    @Test
    void what_was_committed_is_there_after_a_restart() throws SQLException {
        try (var postgres = start()) {
            postgres.roles().createDatabase("spil");
            execute(postgres, "create table kept (what text)");
            execute(postgres, "insert into kept values ('kept')");
        }

        try (var postgres = start()) {
            assertThat(single(postgres, "select what from kept")).isEqualTo("kept");
        }
    }

    @Test
    void a_commit_is_durable_and_the_passwords_are_needed() throws SQLException, IOException {
        try (var postgres = start()) {
            postgres.roles().createDatabase("spil");

            try (var connection = postgres.roles().runtime("spil").getConnection()) {
                assertThat(Durability.weaknesses(connection)).isEmpty();
            }
            var wrong = DatabaseRoles.source(postgres.roles().url("spil"), DatabaseRoles.RUNTIME, "guess");
            assertThatThrownBy(wrong::getConnection).hasMessageContaining("password authentication failed");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("passwords"))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void a_weaker_setting_is_seen() throws SQLException {
        try (var postgres = start();
                var connection = postgres.roles().owner("postgres").getConnection();
                var statement = connection.createStatement()) {
            statement.execute("set synchronous_commit = off");

            assertThat(Durability.weaknesses(connection)).containsExactly("synchronous_commit is off");
        }
    }

    @Test
    void the_daily_role_cannot_change_the_schema() throws SQLException {
        try (var postgres = start()) {
            postgres.roles().createDatabase("spil");

            try (var connection = postgres.roles().runtime("spil").getConnection();
                    var statement = connection.createStatement()) {
                assertThatThrownBy(() -> statement.execute("create table mine (a int)"))
                        .hasMessageContaining("permission denied");
            }
        }
    }

    @Test
    void a_server_that_dies_is_started_again_on_the_same_address() throws Exception {
        try (var postgres = start()) {
            postgres.roles().createDatabase("spil");
            var first = postgres.pid();

            ProcessHandle.of(first).orElseThrow().destroyForcibly();

            awaitOtherThan(first, postgres);
            assertThat(single(postgres, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void an_orphan_of_a_killed_broker_is_stopped_first() throws Exception {
        var broker = brokerProcess();
        var orphan = Long.parseLong(firstLineOf(broker));

        broker.destroyForcibly().waitFor();
        assertThat(ProcessHandle.of(orphan)).isPresent();

        try (var postgres = start()) {
            assertThat(ProcessHandle.of(orphan)).isEmpty();
            assertThat(single(postgres, "select what from kept")).isEqualTo("kept");
        }
    }

    @Test
    void a_number_left_behind_that_is_another_program_now_does_not_stop_the_start() throws Exception {
        start().close();
        var ourselves = ProcessHandle.current().pid();
        Files.writeString(folder.resolve("cluster/postmaster.pid"), ourselves + "\n" + folder + "/cluster\n");

        try (var postgres = start()) {
            assertThat(postgres.isRunning()).isTrue();
        }
    }

    private EmbeddedPostgres start() {
        return EmbeddedPostgres.startIn(folder, TestDatabase.programs());
    }

    private Process brokerProcess() throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        StartAndWait.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static String firstLineOf(Process process) throws IOException {
        try (var reader = process.inputReader()) {
            return reader.readLine();
        }
    }

    /** A broker's life in short: start, commit something, and never stop by itself. */
    static final class StartAndWait {
        public static void main(String[] arguments) throws Exception {
            var postgres = EmbeddedPostgres.startIn(Path.of(arguments[0]), TestDatabase.programs());
            postgres.roles().createDatabase("spil");
            execute(postgres, "create table kept (what text)");
            execute(postgres, "insert into kept values ('kept')");
            System.out.println(postgres.pid());
            Thread.sleep(Duration.ofMinutes(5));
        }
    }

    private static void awaitOtherThan(long pid, EmbeddedPostgres postgres) throws InterruptedException {
        var deadline = Instant.now().plusSeconds(60);
        while (postgres.pid() == pid && Instant.now().isBefore(deadline)) {
            Thread.sleep(50);
        }
        assertThat(postgres.pid()).isNotEqualTo(pid);
    }

    private static void execute(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (var connection = postgres.roles().owner("spil").getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String single(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (var connection = postgres.roles().owner("spil").getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
