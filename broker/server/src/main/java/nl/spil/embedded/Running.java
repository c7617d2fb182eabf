package nl.spil.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server process that was seen to serve, with durable settings. */
record Running(Process process, int port, Cluster cluster) {
    private static final Duration START_PATIENCE = Duration.ofSeconds(90);
    private static final int PORT_TRIES = 3;

    /** Starts on a free port of loopback; a port that is taken in between is chosen again. */
    static Running start(Cluster cluster, Path log, RolePasswords passwords) {
        for (var attempt = 1; ; attempt++) {
            try {
                return startOn(freePort(), cluster, log, passwords);
            } catch (EmbeddedFailed e) {
                if (attempt == PORT_TRIES) {
                    throw e;
                }
            }
        }
    }

    static Running startOn(int port, Cluster cluster, Path log, RolePasswords passwords) {
        var running = new Running(launch(cluster, port, log), port, cluster);
        try {
            running.awaitServing(passwords, log);
            return running;
        } catch (RuntimeException e) {
            running.stop();
            throw e;
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new EmbeddedFailed("no free port on loopback", e);
        }
    }

    private static Process launch(Cluster cluster, int port, Path log) {
        var words = new ArrayList<String>();
        if (System.getProperty("os.name").startsWith("Linux")) {
            // Ctrl-C goes to the whole process group; the broker must be able to finish its work first.
            words.add("setsid");
        }
        words.addAll(cluster.serverCommand(port));
        try {
            var process = new ProcessBuilder(words)
                    .directory(cluster.folder().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            process.getOutputStream().close();
            return process;
        } catch (IOException e) {
            throw new EmbeddedFailed("cannot start PostgreSQL", e);
        }
    }

    private void awaitServing(RolePasswords passwords, Path log) {
        var url = DatabaseRoles.url(port, "postgres");
        var deadline = Instant.now().plus(START_PATIENCE);
        while (true) {
            if (!process.isAlive()) {
                throw new EmbeddedFailed("PostgreSQL ended while starting; the reason is in " + log);
            }
            try (var connection =
                    DatabaseRoles.source(url, Cluster.ADMIN, passwords.admin()).getConnection()) {
                mustBeDurable(Durability.weaknesses(connection));
                Databases.ensureRoles(connection, passwords);
                return;
            } catch (SQLException e) {
                if (Instant.now().isAfter(deadline)) {
                    throw new EmbeddedFailed("PostgreSQL did not serve within " + START_PATIENCE.toSeconds() + " s", e);
                }
            }
            pause();
        }
    }

    private static void mustBeDurable(List<String> weaknesses) {
        if (!weaknesses.isEmpty()) {
            throw new EmbeddedFailed("PostgreSQL would lose what it acknowledged: " + String.join(", ", weaknesses));
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedFailed("interrupted while PostgreSQL was starting", e);
        }
    }

    int awaitEnd() {
        return process.onExit().join().exitValue();
    }

    /** Fast shutdown: sessions are ended, everything is written; killed only when that does not come to an end. */
    void stop() {
        if (!process.isAlive()) {
            return;
        }
        try {
            Program.run(
                    cluster.user(),
                    cluster.binaries().program("pg_ctl"),
                    Duration.ofSeconds(70),
                    List.of(
                            "stop",
                            "-w",
                            "-m",
                            "fast",
                            "-t",
                            "60",
                            "-D",
                            cluster.folder().toString()));
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (EmbeddedFailed e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
