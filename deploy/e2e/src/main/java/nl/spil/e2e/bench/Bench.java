package nl.spil.e2e.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The measurement as one command: {@code deploy/bench}. */
@Command(name = "bench", description = "Measures Spil and what one would put together instead, in one run.")
public final class Bench implements Callable<Integer> {

    @Option(names = "--seconds", defaultValue = "12", description = "How long each level is measured.")
    private int seconds;

    @Option(names = "--warm-up", defaultValue = "20", description = "Seconds of load before anything is measured.")
    private int warmUp;

    @Option(names = "--connections", split = ",", defaultValue = "8,32,128")
    private List<Integer> connections = List.of();

    @Option(
            names = "--exchanges",
            defaultValue = "20000",
            description = "How many to seal at first; more follow as needed.")
    private int exchanges;

    @Option(names = "--server", required = true, description = "The broker's jar.")
    private Path server = Path.of("");

    @Option(names = "--peer", description = "The source of the peer; without it only Spil is measured.")
    private Optional<Path> peer = Optional.empty();

    @Option(names = "--opa", description = "The opa command, for the peer.")
    private Optional<Path> opa = Optional.empty();

    @Option(names = "--write", description = "The page whose measured part is replaced.")
    private Optional<Path> page = Optional.empty();

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Bench()).execute(arguments));
    }

    @Option(
            names = "--quick",
            description = "A look whether everything still works, in about two minutes; its figures mean nothing.")
    private boolean quick;

    @Override
    public Integer call() throws Exception {
        var folder = Files.createTempDirectory("spil-bench-").toRealPath();
        try {
            var report = new Report(Machine.described());
            measure(folder, report);
            System.out.println(report.markdown());
            if (page.isPresent() && !quick) {
                report.writeInto(page.get());
            }
            return report.isComplete() ? 0 : 1;
        } finally {
            delete(folder);
        }
    }

    private Measurement.Plan plan() {
        return quick
                ? new Measurement.Plan(Duration.ofSeconds(5), Duration.ofSeconds(3), List.of(8, 32), 2000)
                : new Measurement.Plan(Duration.ofSeconds(warmUp), Duration.ofSeconds(seconds), connections, exchanges);
    }

    /** Nothing works without the start; of the others one that fails leaves the rest as it is. */
    private void measure(Path folder, Report report) throws IOException {
        try (var measurement = new Measurement(server, folder, plan(), report)) {
            if (part(report, "the start", measurement::start)) {
                part(report, "DPoP", measurement::overDpop);
                part(report, "mutual TLS", measurement::overMutualTls);
                part(report, "the profile", measurement::profile);
                part(report, "the size of the ledger", measurement::ledgerBytes);
                part(report, "verify and open", measurement::opening);
                if (peer.isPresent() && opa.isPresent()) {
                    part(report, "the peer", () -> measurePeer(measurement, report));
                } else {
                    report.missing("the peer", "it wants --peer and --opa");
                }
            }
        }
    }

    /** A piece of the measurement. */
    private interface Part {
        void run() throws Exception;
    }

    private static boolean part(Report report, String name, Part part) throws IOException {
        try {
            part.run();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (Exception e) {
            report.missing(name, e.toString());
            return false;
        }
    }

    private void measurePeer(Measurement measurement, Report report) throws IOException, InterruptedException {
        var database = measurement.database();
        var bytes = measurement.envelopeBytes();
        var plan = plan();
        say("building and starting the peer");
        try (var gateway = Peer.start(peer.orElseThrow(), opa.orElseThrow(), database, bytes)) {
            Load.closed(gateway, 32, plan.warmUp());
            var meter = new Meter(gateway.servers(), database.pid());
            var readings = new ArrayList<Meter.Reading>();
            for (var level : plan.connections()) {
                say("the peer, %d connections".formatted(level));
                readings.add(meter.read(() -> Load.closed(gateway, level, plan.time())));
            }
            report.table("gateway + OPA + audit row (peer), %d bytes".formatted(bytes), readings);
            report.half("gateway + OPA + audit row (peer)", Measurement.half(meter, gateway, readings, plan));
        }
    }

    static void say(String what) {
        System.err.println("bench: " + what);
    }

    private static void delete(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
