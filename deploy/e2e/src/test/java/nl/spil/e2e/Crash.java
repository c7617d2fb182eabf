package nl.spil.e2e;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A way for a broker to end that it cannot prepare for, and what must be done before it can start again. */
interface Crash {
    /** Ends the broker and everything under it; returns in words what was done. */
    String strike(BrokerProcess broker, Random random);

    /** The process is killed; its database sometimes with it, sometimes not. What was written stays in the kernel's memory. */
    record Kill() implements Crash {
        @Override
        public String strike(BrokerProcess broker, Random random) {
            var database = database(broker);
            if (random.nextInt(3) == 0) {
                database.forEach(ProcessHandle::destroyForcibly);
                broker.kill();
                return "kill -9 of the broker and PostgreSQL";
            }
            broker.kill();
            return "kill -9 of the broker";
        }
    }

    /** The power goes: what was not forced to disk is lost. Wants root, xfsprogs and a file system of its own. */
    record PowerCut(Path image, Path mount) implements Crash {
        @Override
        public String strike(BrokerProcess broker, Random random) {
            var database = database(broker);
            run("xfs_io", "-F", "-x", "-c", "shutdown", mount.toString());
            broker.kill();
            database.forEach(ProcessHandle::destroyForcibly);
            database.forEach(process -> process.onExit().join());
            run("umount", mount.toString());
            run("mount", "-o", "loop", image.toString(), mount.toString());
            return "power cut";
        }
    }

    private static List<ProcessHandle> database(BrokerProcess broker) {
        var postmaster = ProcessHandle.of(new EmbeddedDatabase(broker.data()).pid());
        var all = new ArrayList<ProcessHandle>();
        postmaster.ifPresent(process -> {
            all.add(process);
            process.descendants().forEach(all::add);
        });
        return all;
    }

    static void run(String... words) {
        try {
            var process = new ProcessBuilder(words).inheritIO().start();
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", words) + " failed");
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
