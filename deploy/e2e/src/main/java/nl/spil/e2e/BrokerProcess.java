package nl.spil.e2e;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** The real broker as a process of its own, which can be stopped, paused and killed like anyone's broker. */
public final class BrokerProcess implements AutoCloseable {
    /** A loaded machine starts ten times slower than a quiet one. */
    private static final Duration START_PATIENCE = Duration.ofMinutes(4);

    private static final Duration STOP_PATIENCE = Duration.ofSeconds(90);

    private final Process process;
    private final Launch launch;
    private final Path log;

    private BrokerProcess(Process process, Launch launch, Path log) {
        this.process = process;
        this.launch = launch;
        this.log = log;
    }

    /** Starts the broker and waits until it is ready. */
    public static BrokerProcess start(Launch launch) {
        var broker = launched(launch);
        try {
            broker.awaitReady();
            return broker;
        } catch (RuntimeException e) {
            broker.kill();
            throw e;
        }
    }

    private static BrokerProcess launched(Launch launch) {
        var log = launch.data().resolve("broker.log");
        try {
            Files.createDirectories(launch.data());
            var builder = new ProcessBuilder(launch.words())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            // The broker takes settings from SPIL_… and refuses to start on one it does not know; ours are not its.
            builder.environment().keySet().removeIf(name -> name.startsWith("SPIL_"));
            var process = builder.start();
            process.getOutputStream().close();
            return new BrokerProcess(process, launch, log);
        } catch (IOException e) {
            throw new BrokerDidNotStart("the broker cannot be started: " + e.getMessage(), e);
        }
    }

    /** A port of loopback that nobody uses at this moment. */
    public static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new BrokerDidNotStart("no free port on loopback", e);
        }
    }

    private void awaitReady() {
        var deadline = Instant.now().plus(START_PATIENCE);
        while (!isReady()) {
            if (!process.isAlive()) {
                throw new BrokerDidNotStart("the broker ended while starting (exit " + process.exitValue() + "); "
                        + "its last words in " + log + ":\n" + lastWords());
            }
            if (Instant.now().isAfter(deadline)) {
                throw new BrokerDidNotStart("the broker was not ready in " + START_PATIENCE + "; see " + log);
            }
            sleep(Duration.ofMillis(100));
        }
    }

    /** Whether the broker says that it can serve now. */
    public boolean isReady() {
        return isReady(launch.url(), launch.tls());
    }

    /** Whether a broker at this address says that it can serve now. */
    public static boolean isReady(URI url) {
        return isReady(url, null);
    }

    private static boolean isReady(URI url, @Nullable SSLContext tls) {
        var builder = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2));
        try (var client = (tls == null ? builder : builder.sslContext(tls)).build()) {
            var request = HttpRequest.newBuilder(url.resolve("/actuator/health/readiness"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokerDidNotStart("interrupted while waiting for the broker", e);
        }
    }

    private String lastWords() {
        try {
            var lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 25), lines.size()));
        } catch (IOException e) {
            return "(none: " + e.getMessage() + ")";
        }
    }

    public URI url() {
        return launch.url();
    }

    public Path data() {
        return launch.data();
    }

    public Path log() {
        return log;
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Ends the process at once, as a power button or the kernel would: nothing is finished, nothing is closed. */
    public void kill() {
        process.destroyForcibly();
        await(Duration.ofSeconds(30));
    }

    /** Until the process ends, for whatever reason. */
    public void awaitEnd() throws InterruptedException {
        process.waitFor();
    }

    /** Asks the broker to stop and waits until it has. */
    @Override
    public void close() {
        process.destroy();
        if (!await(STOP_PATIENCE)) {
            kill();
        }
    }

    private boolean await(Duration patience) {
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            return false;
        }
    }

    static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokerDidNotStart("interrupted", e);
        }
    }
}
