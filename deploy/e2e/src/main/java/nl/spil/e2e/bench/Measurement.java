package nl.spil.e2e.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import nl.spil.e2e.BrokerProcess;
import nl.spil.e2e.DirectCaller;
import nl.spil.e2e.EmbeddedDatabase;
import nl.spil.e2e.Launch;
import nl.spil.e2e.ProcessTree;
import nl.spil.e2e.Region;
import nl.spil.sdk.Patience;
import nl.spil.sdk.SpilPartner;
import org.jspecify.annotations.Nullable;

/** Everything that is measured of Spil, on one broker with one case, in the order in which it must be done. */
final class Measurement implements AutoCloseable {
    private static final int ITEMS = 6;
    private static final String TEXT = "x".repeat(4096 / ITEMS);
    private static final double MEBIBYTE = 1 << 20;

    private final Path server;
    private final Path folder;
    private final Plan plan;
    private final Report report;
    private final Certificates certificates = new Certificates();
    private @Nullable BrokerProcess broker;
    private @Nullable Region region;
    private @Nullable Envelopes envelopes;
    private @Nullable Workshop workshop;
    private @Nullable DirectCaller certified;
    private @Nullable ExchangeTarget overTls;
    private int envelopeBytes;
    private double fastest = 800;

    /** How long and how hard. */
    record Plan(Duration warmUp, Duration time, List<Integer> connections, int exchanges) {
        Plan {
            connections = List.copyOf(connections);
        }
    }

    Measurement(Path server, Path folder, Plan plan, Report report) {
        this.server = server;
        this.folder = folder;
        this.plan = plan;
        this.report = report;
    }

    EmbeddedDatabase database() {
        return new EmbeddedDatabase(data());
    }

    private Path data() {
        return folder.resolve("data");
    }

    int envelopeBytes() {
        return envelopeBytes;
    }

    private BrokerProcess broker() {
        return Objects.requireNonNull(broker, "the broker runs");
    }

    private Region region() {
        return Objects.requireNonNull(region, "the region is there");
    }

    private Envelopes envelopes() {
        return Objects.requireNonNull(envelopes, "there are sealed exchanges");
    }

    /** Starts twice, because the first start makes what later ones find. */
    void start() throws IOException, InterruptedException {
        Bench.say("starting the broker");
        var first = timed(Launch.of(server, data()));
        region = Region.on(data(), folder.resolve("partners"), Patience.usual());
        registerCertificate();
        seal();
        broker().close();
        var second = timed(Launch.of(server, data()).onPort(broker().url().getPort()));
        report.figure("start, first time (makes keys and database)", "%.1f s".formatted(first));
        report.figure("start, second time", "%.1f s".formatted(second));
        report.figure("memory after the start, broker + PostgreSQL", memory());
    }

    private double timed(Launch launch) {
        var began = Instant.now();
        broker = BrokerProcess.start(launch);
        return Duration.between(began, Instant.now()).toMillis() / 1000.0;
    }

    private String memory() {
        long own = ProcessTree.memoryBytesOf(broker().pid());
        long base = new ProcessTree(database().pid()).memoryBytes();
        return "%.0f + %.0f MB".formatted(own / MEBIBYTE, base / MEBIBYTE);
    }

    /** The partner's certificate for mutual TLS is made known by the operator, as in life. */
    private void registerCertificate() throws IOException, InterruptedException {
        // See overMutualTls: the sender with a certificate is another partner of the same kind.
        CertifiedSender.register(data(), folder.resolve("partners/certified"), certificates.clientPem(), region());
    }

    private void seal() throws IOException, InterruptedException {
        envelopes = new Envelopes(folder.resolve("envelopes"));
        try (var caller = new DirectCaller(sender().home(), broker().url())) {
            workshop = Workshop.of(sender().home(), caller, region().recipients());
            Bench.say("sealing " + plan.exchanges() + " exchanges beforehand");
            var each = workshop.fill(envelopes(), region().sending(ITEMS, TEXT), plan.exchanges());
            envelopeBytes = (int) envelopes().averageBytes();
            report.figure(
                    "bytes of one exchange on the wire (6 items, 4 kB of content, 2 recipients)", envelopeBytes + "");
            report.figure("seal + sign in the sdk, processor time", "%.2f ms".formatted(each.toNanos() / 1e6));
        }
    }

    /** Load that ends because nothing is left to send would measure nothing; more is sealed while nothing is measured. */
    private void provideFor(Duration time) throws InterruptedException {
        int wanted = (int) (fastest * 1.2 * time.toMillis() / 1000);
        int missing = wanted - envelopes().left();
        if (missing > 0) {
            Bench.say("sealing " + missing + " more");
            Objects.requireNonNull(workshop).fill(envelopes(), region().sending(ITEMS, TEXT), missing);
        }
    }

    private void warmUp(Load.Target target) throws InterruptedException {
        provideFor(plan.warmUp());
        Bench.say("warming up");
        fastest = Math.max(fastest, Load.closed(target, 32, plan.warmUp()).perSecond() * 1.5);
    }

    /** One sender for all ways of calling, so that every sealed exchange fits each of them. */
    private SpilPartner sender() {
        return CertifiedSender.at(folder.resolve("partners/certified"));
    }

    void overDpop() throws IOException, InterruptedException {
        try (var caller = new DirectCaller(sender().home(), broker().url())) {
            var target = new ExchangeTarget(broker().url(), region().caseId(), caller, envelopes(), null);
            mustWork(target);
            warmUp(target);
            measure("Spil, DPoP-bound token", target, List.of(32));
        }
    }

    void overMutualTls() throws IOException, InterruptedException {
        broker().close();
        var settings = certificates.writeFor(folder.resolve("tls"));
        var context = certificates.clientContext();
        // The options cost nothing by themselves; they let the profile name the line instead of the nearest call.
        broker = BrokerProcess.start(Launch.of(server, data())
                .with("-XX:+UnlockDiagnosticVMOptions", "-XX:+DebugNonSafepoints")
                .over(context, settings));
        certified = DirectCaller.certified(sender().home(), broker().url(), context);
        var target = new ExchangeTarget(broker().url(), region().caseId(), certified, envelopes(), context);
        mustWork(target);
        warmUp(target);
        overTls = target;
        var readings = measure("Spil, certificate-bound token over mutual TLS", target, plan.connections());
        provideFor(plan.time());
        Bench.say("half the pace");
        report.half("Spil, mutual TLS", half(meter(), target, readings, plan));
        report.figure("memory after the load, broker + PostgreSQL", memory());
    }

    private void mustWork(ExchangeTarget target) throws IOException {
        try (var line = target.connect()) {
            int status = line.ask(target.next());
            if (!target.isGood(status)) {
                throw new IOException("the broker does not take the exchange: " + status + " " + line.body());
            }
        }
    }

    private Meter meter() {
        return new Meter(List.of(broker().pid()), database().pid());
    }

    private List<Meter.Reading> measure(String what, Load.Target target, List<Integer> levels)
            throws InterruptedException {
        var readings = new ArrayList<Meter.Reading>();
        for (var level : levels) {
            provideFor(plan.time());
            Bench.say("%s, %d connections (%d sealed exchanges left)"
                    .formatted(what, level, envelopes().left()));
            readings.add(meter().read(() -> Load.closed(target, level, plan.time())));
        }
        report.table(what, readings);
        return readings;
    }

    /** At half of the best that was seen, at a fixed pace. */
    static Meter.Reading half(Meter meter, Load.Target target, List<Meter.Reading> readings, Plan plan)
            throws InterruptedException {
        var best = readings.stream().mapToDouble(Meter.Reading::perSecond).max().orElse(1);
        return meter.read(() -> Load.paced(target, 32, plan.time(), best / 2));
    }

    void ledgerBytes() throws SQLException {
        LedgerSize.of(database()).forEach(report::figure);
    }

    void opening() throws IOException, InterruptedException {
        // Collecting wants the broker without TLS again, since the sdk trusts no authority made for a measurement.
        broker().close();
        broker = BrokerProcess.start(Launch.of(server, data()));
        Bench.say("verify and open");
        var recipient = region().at(broker().url(), region().probation());
        try (var caller = new DirectCaller(recipient.home(), broker().url())) {
            var keys = Workshop.keys(recipient.home(), caller, CertifiedSender.OIN);
            var each = OpeningCost.of(recipient, CertifiedSender.OIN, keys.signing());
            report.figure("verify + open in the sdk, processor time", "%.2f ms".formatted(each.toNanos() / 1e6));
        }
    }

    /** On the broker that is warm from the load, with the same calls: these are the costs behind the figures above. */
    void profile() throws IOException, InterruptedException {
        var target = Objects.requireNonNull(overTls, "the load over mutual TLS came before");
        var recording = folder.resolve("profile.jfr");
        provideFor(plan.time());
        Bench.say("profile");
        var readings = new ArrayList<Meter.Reading>();
        FlightRecording.of(broker().pid(), recording, plan.time(), () -> {
            readings.add(meter().read(() -> Load.closed(target, 32, plan.time())));
        });
        report.profile(Profile.read(recording), readings.getFirst());
    }

    @Override
    public void close() throws IOException {
        if (envelopes != null) {
            envelopes.close();
        }
        if (certified != null) {
            certified.close();
        }
        if (broker != null) {
            broker.close();
        }
    }
}
