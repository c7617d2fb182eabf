package nl.spil.sdk.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code spil start}: the broker itself, in the foreground, until Ctrl-C. */
@Command(name = "start")
final class StartCommand implements Callable<Integer> {
    private static final Duration LOOK = Duration.ofMillis(250);
    // Longer than the broker itself takes to give up on its database.
    private static final Duration STOP = Duration.ofSeconds(90);

    private final Terminal terminal;

    @Option(names = "--data", paramLabel = "DIR", defaultValue = "${user.home}/.spil/broker")
    private Path data;

    @Option(names = "--port", paramLabel = "N", defaultValue = "8080")
    private int port;

    @Option(names = "--memory", paramLabel = "512m", defaultValue = "512m")
    private String memory;

    /** Settings of the broker, given to it as they are. */
    @Parameters(paramLabel = "SETTING", arity = "0..*", descriptionKey = "settings")
    private List<String> settings = List.of();

    StartCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        terminal.note(terminal.text("start.starting", data.toAbsolutePath(), Integer.toString(port)));
        var process = launch();
        var stopper = new Thread(() -> stop(process), "stop the broker");
        Runtime.getRuntime().addShutdownHook(stopper);
        try {
            return watch(process);
        } catch (InterruptedException e) {
            stop(process);
            Thread.currentThread().interrupt();
            return ExitCode.INTERRUPTED.number();
        }
    }

    private Process launch() {
        try {
            Files.createDirectories(data);
            var builder = new ProcessBuilder(words()).inheritIO();
            // These are ours; the broker refuses to start on a setting it does not know.
            builder.environment().keySet().removeAll(Set.of("SPIL_HOME", "SPIL_LANG"));
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(terminal.text("start.cannot", String.valueOf(e.getMessage())), e);
        }
    }

    private List<String> words() {
        var words = new ArrayList<String>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.add("-Xmx" + memory);
        words.add("-XX:+ExitOnOutOfMemoryError");
        words.addAll(List.of("-jar", serverJar().toString()));
        words.addAll(List.of("--spil.data=" + data.toAbsolutePath(), "--server.port=" + port));
        words.addAll(settings);
        return words;
    }

    private Path serverJar() {
        var jar = System.getProperty("spil.server.jar", "");
        if (jar.isEmpty() || !Files.isReadable(Path.of(jar))) {
            throw new UsageMistake(terminal.text("start.noJar", jar), terminal.text("start.noJar.hint"));
        }
        return Path.of(jar);
    }

    private int watch(Process process) throws InterruptedException {
        var told = false;
        while (!process.waitFor(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
            if (!told && ready()) {
                told = true;
                var address = "http://127.0.0.1:" + port;
                terminal.note(terminal.text("start.ready", address, data.toAbsolutePath()));
            }
        }
        if (process.exitValue() == 0 || told) {
            return process.exitValue() == 0 ? ExitCode.OK.number() : ExitCode.UNEXPECTED.number();
        }
        terminal.note(terminal.text("start.failed", Integer.toString(process.exitValue())));
        return ExitCode.UNAVAILABLE.number();
    }

    private boolean ready() throws InterruptedException {
        var readiness = URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness");
        try (var http = HttpClient.newBuilder().connectTimeout(LOOK).build()) {
            var request = HttpRequest.newBuilder(readiness)
                    .timeout(Duration.ofSeconds(2))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Gives the broker the time to close its database; the same whether Ctrl-C or another asks for it. */
    private static void stop(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
