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
import nl.spil.e2e.EmbeddedDatabase;
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

    @Override
    public Integer call() throws Exception {
        var folder = Files.createTempDirectory("spil-bench-").toRealPath();
        try {
            var report = new Report(Machine.described());
            var plan = new Measurement.Plan(
                    Duration.ofSeconds(warmUp), Duration.ofSeconds(seconds), connections, exchanges);
            try (var measurement = new Measurement(server, folder, plan, report)) {
                measurement.start();
                measurement.overDpop();
                measurement.overMutualTls();
                measurement.ledgerBytes();
                measurement.opening();
                measurement.profile();
                if (peer.isPresent() && opa.isPresent()) {
                    measurePeer(measurement.database(), measurement.envelopeBytes(), report, plan);
                } else {
                    report.note("The peer was not measured: it wants --peer and --opa.");
                }
            }
            System.out.println(report.markdown());
            if (page.isPresent()) {
                report.writeInto(page.get());
            }
            return 0;
        } finally {
            delete(folder);
        }
    }

    private void measurePeer(EmbeddedDatabase database, int bytes, Report report, Measurement.Plan plan)
            throws IOException, InterruptedException {
        say("building and starting the peer");
        try (var gateway = Peer.start(peer.orElseThrow(), opa.orElseThrow(), database, bytes)) {
            Load.closed(gateway, 32, plan.warmUp());
            var meter = new Meter(gateway.servers(), database.pid());
            var readings = new ArrayList<Meter.Reading>();
            for (var level : plan.connections()) {
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
