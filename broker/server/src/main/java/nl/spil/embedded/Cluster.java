package nl.spil.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;

/** The folder in which PostgreSQL keeps its data: there whole, or not at all. */
record Cluster(Path folder, PostgresBinaries binaries, ServerUser user) {
    static final String ADMIN = "spil_admin";

    /** Uses the cluster of earlier runs or makes one; an attempt that was cut off is started again. */
    static Cluster in(Path parent, PostgresBinaries binaries, ServerUser user, String adminPassword) {
        var folder = parent.resolve("cluster");
        try {
            if (!Files.isDirectory(folder)) {
                var part = parent.resolve("cluster.part");
                Folders.delete(part);
                initialise(part, binaries, user, adminPassword);
                Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
                PrivateFiles.sync(parent);
            }
            return new Cluster(folder, binaries, user);
        } catch (IOException e) {
            throw new EmbeddedFailed("cannot make a database in " + parent, e);
        }
    }

    private static void initialise(Path part, PostgresBinaries binaries, ServerUser user, String password)
            throws IOException {
        var passwordFile = part.resolveSibling("first-password");
        PrivateFiles.write(passwordFile, password.getBytes(StandardCharsets.UTF_8));
        PrivateFiles.folder(part);
        user.own(part);
        user.own(passwordFile);
        try {
            Program.run(
                    user,
                    binaries.program("initdb"),
                    Duration.ofMinutes(3),
                    List.of(
                            "--pgdata=" + part,
                            "--username=" + ADMIN,
                            "--pwfile=" + passwordFile,
                            "--auth=scram-sha-256",
                            "--encoding=UTF8",
                            "--no-locale",
                            "--data-checksums"));
        } finally {
            Files.deleteIfExists(passwordFile);
        }
    }

    /** Settings on the command line win over any file, so that durability cannot be configured away unseen. */
    List<String> serverCommand(int port) {
        return user.command(
                binaries.program("postgres"),
                List.of(
                        "-D",
                        folder.toString(),
                        "-p",
                        Integer.toString(port),
                        "--listen_addresses=127.0.0.1",
                        "--unix_socket_directories=",
                        "--fsync=on",
                        "--synchronous_commit=on",
                        "--full_page_writes=on",
                        "--max_connections=64",
                        "--shared_buffers=64MB",
                        "--jit=off",
                        "--timezone=UTC",
                        "--log_timezone=UTC",
                        // Statements and their values may speak of people; the server's log must not.
                        "--log_min_error_statement=panic",
                        "--log_error_verbosity=terse",
                        "--log_parameter_max_length=0",
                        "--log_parameter_max_length_on_error=0"));
    }
}
