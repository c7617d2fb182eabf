package nl.spil.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A PostgreSQL that outlived its broker after a kill -9 and still holds the cluster. */
final class Orphan {
    private static final Logger LOG = LoggerFactory.getLogger(Orphan.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Orphan() {}

    /** Stops what still runs on this cluster; a file left by a process that is gone or is another is removed. */
    static void stopOn(Path cluster, PostgresBinaries binaries, ServerUser user) {
        var file = cluster.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return;
        }
        try {
            var running = pidIn(file).flatMap(ProcessHandle::of).filter(process -> holds(process, cluster));
            if (running.isPresent()) {
                LOG.info("a PostgreSQL of an earlier broker still runs on this data folder; it is stopped first");
                stop(running.get(), cluster, binaries, user);
            }
            // A pid that now belongs to another program would make PostgreSQL refuse to start for ever.
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new EmbeddedFailed("cannot read " + file, e);
        }
    }

    private static void stop(ProcessHandle process, Path cluster, PostgresBinaries binaries, ServerUser user) {
        try {
            Program.run(
                    user,
                    binaries.program("pg_ctl"),
                    PATIENCE,
                    List.of("stop", "-w", "-m", "fast", "-t", "30", "-D", cluster.toString()));
        } catch (EmbeddedFailed hanging) {
            LOG.warn("it did not stop in time and is killed: {}", hanging.getMessage());
            process.destroyForcibly();
        }
        process.onExit().orTimeout(30, TimeUnit.SECONDS).join();
    }

    private static Optional<Long> pidIn(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .findFirst()
                .map(String::strip)
                .filter(line -> line.matches("[0-9]{1,18}"))
                .map(Long::valueOf);
    }

    private static boolean holds(ProcessHandle process, Path cluster) {
        var isPostgres = process.info()
                .command()
                .map(Path::of)
                .filter(path -> path.endsWith("postgres"))
                .isPresent();
        return isPostgres && (worksIn(process, cluster) || isTold(process, cluster));
    }

    /** PostgreSQL works inside its cluster, which Linux shows. */
    private static boolean worksIn(ProcessHandle process, Path cluster) {
        try {
            var folder = Files.readSymbolicLink(Path.of("/proc", Long.toString(process.pid()), "cwd"));
            return folder.equals(cluster);
        } catch (IOException hidden) {
            return false;
        }
    }

    private static boolean isTold(ProcessHandle process, Path cluster) {
        return process.info().arguments().stream().flatMap(Arrays::stream).anyMatch(cluster.toString()::equals);
    }
}
