package nl.spil.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A durable PostgreSQL on loopback that lives and dies with the broker and keeps its data in one folder. */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final Cluster cluster;
    private final DatabaseRoles roles;
    private final Path log;
    private final AtomicReference<Running> running;
    private final ReentrantLock changing = new ReentrantLock();
    private volatile boolean closing;

    private EmbeddedPostgres(Cluster cluster, DatabaseRoles roles, Path log, Running running) {
        this.cluster = cluster;
        this.roles = roles;
        this.log = log;
        this.running = new AtomicReference<>(running);
    }

    /** Starts the cluster of this folder, making it first where there is none; blocks until it serves. */
    public static EmbeddedPostgres startIn(Path folder) {
        return startIn(folder, folder);
    }

    /** The same, with the programs unpacked elsewhere, so that several clusters can use one copy of them. */
    public static EmbeddedPostgres startIn(Path folder, Path programs) {
        var real = realFolder(folder);
        var binaries = PostgresBinaries.unpackedIn(realFolder(programs));
        var passwords = RolePasswords.keptIn(real.resolve("passwords"));
        var user = ServerUser.onThisMachine();
        var cluster = Cluster.in(real, binaries, user, passwords.admin());
        Orphan.stopOn(cluster.folder(), binaries, user);
        var log = real.resolve("server.log");
        var started = Running.start(cluster, log, passwords);
        var postgres = new EmbeddedPostgres(cluster, new DatabaseRoles(started.port(), passwords), log, started);
        postgres.watch(started);
        return postgres;
    }

    private static Path realFolder(Path folder) {
        try {
            return Files.createDirectories(folder).toRealPath();
        } catch (IOException e) {
            throw new EmbeddedFailed("cannot use the folder " + folder, e);
        }
    }

    /** Where the databases are and under which names the broker may enter them. */
    public DatabaseRoles roles() {
        return roles;
    }

    /** Whether the server process is there; after an unasked end this is false until it serves again. */
    public boolean isRunning() {
        return running.get().process().isAlive();
    }

    /** The server's process, for those who must end it to see what then happens. */
    public long pid() {
        return running.get().process().pid();
    }

    private void watch(Running started) {
        Thread.ofVirtual().name("postgres-watch").start(() -> {
            var exit = started.awaitEnd();
            if (!closing) {
                LOG.error("PostgreSQL ended by itself (exit {}); it is started again", exit);
                startAgain();
            }
        });
    }

    /** Keeps the port, because the broker's connections go there; tries until it serves or the broker stops. */
    private void startAgain() {
        for (var pause = FIRST_PAUSE; !servesAfter(pause); pause = longer(pause)) {
            LOG.warn("PostgreSQL is tried again");
        }
    }

    /** One try; true when there is nothing left to do. */
    private boolean servesAfter(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
        changing.lock();
        try {
            if (!closing) {
                var again = Running.startOn(roles.port(), cluster, log, roles.passwords());
                running.set(again);
                watch(again);
                LOG.info("PostgreSQL serves again");
            }
            return true;
        } catch (EmbeddedFailed e) {
            LOG.error("PostgreSQL does not start again: {}", e.getMessage());
            return false;
        } finally {
            changing.unlock();
        }
    }

    private static Duration longer(Duration pause) {
        var twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }

    /** Ends the sessions, writes what must be kept, and stops; nothing acknowledged is lost. */
    @Override
    public void close() {
        closing = true;
        changing.lock();
        try {
            running.get().stop();
        } finally {
            changing.unlock();
        }
    }
}
