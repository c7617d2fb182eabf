package nl.spil.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import nl.spil.sdk.Patience;

/** What every story stands on: the jar of the real broker, a seed that is printed, and a broker that some stories share. */
final class Stage {
    /** One attempt, no waiting: a story wants to see what happened, not what a patient client makes of it. */
    static final Patience ONCE = new Patience(1, Duration.ZERO);

    private Stage() {}

    static Path serverJar() {
        var jar = Path.of(System.getProperty("spil.root"), "broker/server/target/spil-server.jar");
        if (!Files.isReadable(jar)) {
            throw new IllegalStateException("the stories need " + jar + ": build it with ./mvnw package");
        }
        return jar;
    }

    /** A number that the command line can change, to play a longer form of a story. */
    static int number(String property, int usual) {
        return Integer.getInteger("spil." + property, usual);
    }

    /** Different every time unless asked for; printed, so that what went wrong can be played again. */
    static Random random(String story) {
        var seed = Long.getLong("spil.seed", System.nanoTime());
        System.out.println(story + ": -Dspil.seed=" + seed);
        return new Random(seed);
    }

    static Path folder(String name) {
        try {
            return Files.createTempDirectory("spil-" + name + "-").toRealPath();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One broker and one region for all stories that leave it as they found it. */
    static Shared shared() {
        return Lazily.SHARED;
    }

    record Shared(BrokerProcess broker, Region region, Path folders) {
        EmbeddedDatabase database() {
            return new EmbeddedDatabase(broker.data());
        }
    }

    private static final class Lazily {
        private static final Shared SHARED = start();

        private static Shared start() {
            var data = folder("shared");
            var folders = folder("partners");
            var broker = BrokerProcess.start(Launch.of(serverJar(), data));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                broker.close();
                Folders.delete(data);
                Folders.delete(folders);
            }));
            return new Shared(broker, Region.on(data, folders, ONCE), folders);
        }
    }
}
