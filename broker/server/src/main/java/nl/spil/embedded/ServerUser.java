package nl.spil.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Under whom PostgreSQL runs: it refuses to be root, and containers and build machines are root. */
sealed interface ServerUser {
    /** The words that stand before a PostgreSQL program. */
    List<String> prefix();

    /** Gives this folder to that user, where it is another than ours. */
    default void own(Path folder) {}

    /** An ordinary user runs PostgreSQL as itself. */
    record Ourselves() implements ServerUser {
        @Override
        public List<String> prefix() {
            return List.of();
        }
    }

    /** Root in a new user namespace is nobody there, and files stay root's. */
    record Namespace() implements ServerUser {
        @Override
        public List<String> prefix() {
            return List.of("unshare", "-U");
        }
    }

    /** Where user namespaces are forbidden, root runs PostgreSQL as another user, who must own the cluster. */
    record Other(String name) implements ServerUser {
        @Override
        public List<String> prefix() {
            return List.of("runuser", "-u", name, "--");
        }

        @Override
        public void own(Path folder) {
            if (!succeeds("chown", "-R", name, folder.toString())) {
                throw new EmbeddedFailed("cannot give " + folder + " to the user " + name);
            }
        }
    }

    static ServerUser onThisMachine() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return new Ourselves();
        }
        if (succeeds("unshare", "-U", "true")) {
            return new Namespace();
        }
        for (var name : List.of("postgres", "nobody")) {
            if (succeeds("runuser", "-u", name, "--", "true")) {
                return new Other(name);
            }
        }
        throw new EmbeddedFailed(
                "PostgreSQL does not run as root, and neither 'unshare -U' (user namespaces, util-linux)"
                        + " nor 'runuser -u nobody' works here: start the broker as an ordinary user");
    }

    default List<String> command(Path program, List<String> arguments) {
        var words = new ArrayList<>(prefix());
        words.add(program.toString());
        words.addAll(arguments);
        return words;
    }

    private static boolean succeeds(String... command) {
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedFailed("interrupted while looking for a way to run PostgreSQL", e);
        }
    }
}
