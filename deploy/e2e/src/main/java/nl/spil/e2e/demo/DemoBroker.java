package nl.spil.e2e.demo;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import nl.spil.e2e.BrokerProcess;
import nl.spil.e2e.Launch;
import nl.spil.sdk.cli.Terminal;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The broker of the demonstration: one that already runs on the folder, else one that is started and stopped here. */
final class DemoBroker {
    private final Place place;
    private final @Nullable Integer port;
    private final Terminal terminal;
    private final Screen screen;
    private final Words words;
    private final AtomicReference<@Nullable BrokerProcess> started = new AtomicReference<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private @Nullable URI address;

    DemoBroker(Place place, @Nullable Integer port, Terminal terminal, Screen screen, Words words) {
        this.place = place;
        this.port = port;
        this.terminal = terminal;
        this.screen = screen;
        this.words = words;
    }

    void start() {
        screen.chapter(words.text("start"));
        var folder = place.shown(place.broker());
        var running = alreadyRunning(place.broker());
        if (running.isPresent()) {
            address = running.get();
            screen.good(words.text("start.reused", "", address, folder));
            return;
        }
        var began = Instant.now();
        var broker = launch();
        started.set(broker);
        address = broker.url();
        var seconds = Duration.between(began, Instant.now()).toMillis() / 1000.0;
        screen.good(words.text("start.ready", Math.round(seconds * 10) / 10.0, address, folder));
    }

    private BrokerProcess launch() {
        try (var progress = terminal.progress("spil:")) {
            progress.at(words.text("start.progress"));
            // The compiler that starts quickest: a demonstration is over before the other one pays.
            return BrokerProcess.start(Launch.of(Place.serverJar(), place.broker())
                    .onPort(DemoCommand.portOr(port))
                    .with("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        }
    }

    /** Another demonstration may have left its broker running on this folder. */
    private static Optional<URI> alreadyRunning(Path data) {
        var file = data.resolve("broker.json");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            var said = JsonMapper.shared().readTree(file.toFile());
            var alive = ProcessHandle.of(said.path("pid").asLong(0)).isPresent();
            var url = URI.create(said.path("url").asString(""));
            return alive && BrokerProcess.isReady(url) ? Optional.of(url) : Optional.empty();
        } catch (JacksonException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    URI url() {
        if (address == null) {
            throw new IllegalStateException("the broker was not started");
        }
        return address;
    }

    /** Until somebody stops the broker or us. */
    void awaitEnd() throws InterruptedException {
        var broker = started.get();
        if (broker != null) {
            broker.awaitEnd();
        }
        ended.countDown();
    }

    /** Stops what was started here; safe to call twice, and from the shutdown of the virtual machine. */
    void stop() {
        var broker = started.getAndSet(null);
        if (broker != null) {
            broker.close();
        }
    }
}
