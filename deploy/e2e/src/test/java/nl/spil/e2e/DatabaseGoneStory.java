package nl.spil.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import nl.spil.protocol.seal.SealedExchange;
import nl.spil.sdk.BrokerUnavailable;
import nl.spil.sdk.Outcome;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** PostgreSQL freezes or dies under load: the broker refuses, quickly and clearly, and goes on by itself afterwards. */
class DatabaseGoneStory {
    /** The promise is one second; the rest is for a machine that does ten other things. */
    private static final Duration SLACK = Duration.ofSeconds(3);

    private static final Duration RECOVERY = Duration.ofMinutes(2);

    private final Path data = Stage.folder("gone");
    private final Path partners = Stage.folder("partners");
    private final Queue<Outcome> acknowledged = new ConcurrentLinkedQueue<>();
    private final Queue<HttpResponse<byte[]>> refusals = new ConcurrentLinkedQueue<>();
    private final Queue<Duration> waits = new ConcurrentLinkedQueue<>();

    @Test
    void without_its_database_the_broker_refuses_within_a_second_and_recovers_without_a_restart() throws Exception {
        try (var broker = BrokerProcess.start(Launch.of(Stage.serverJar(), data))) {
            var region = Region.on(data, partners, Stage.ONCE);

            underLoad(region, () -> {
                signal("-STOP");
                mustRefuse(region, broker, "PostgreSQL frozen");
                signal("-CONT");
            });
            mustServe(region, "thawed");

            underLoad(region, () -> {
                signal("-KILL");
                mustRefuse(region, broker, "PostgreSQL killed");
            });
            mustServe(region, "killed");

            assertThat(broker.isAlive()).isTrue();
            for (var exchange : region.police().unanswered()) {
                acknowledged.add(region.police().resend(exchange));
            }
            var record = WholeRecord.audited(data, partners);
            acknowledged.forEach(record::mustHoldOnce);
        }
        Folders.delete(data);
        Folders.delete(partners);
    }

    private interface Disturbance {
        void happen() throws IOException, InterruptedException;
    }

    private void underLoad(Region region, Disturbance disturbance) throws IOException, InterruptedException {
        var working = new AtomicBoolean(true);
        var writers = new ArrayList<Thread>();
        for (int i = 0; i < 4; i++) {
            writers.add(Thread.ofVirtual().start(() -> {
                while (working.get()) {
                    try {
                        acknowledged.add(region.police().send(region.sending(2, "under load")));
                    } catch (BrokerUnavailable refused) {
                        // What is refused may be sent again; the sdk kept it.
                    }
                }
            }));
        }
        Thread.sleep(2000);
        try {
            disturbance.happen();
        } finally {
            working.set(false);
        }
        for (var writer : writers) {
            writer.join();
        }
    }

    private void signal(String signal) {
        var postmaster = ProcessHandle.of(new EmbeddedDatabase(data).pid()).orElseThrow();
        var words = new ArrayList<>(List.of("kill", signal, Long.toString(postmaster.pid())));
        postmaster.descendants().forEach(process -> words.add(Long.toString(process.pid())));
        Crash.run(words.toArray(String[]::new));
    }

    private void mustRefuse(Region region, BrokerProcess broker, String what) throws IOException, InterruptedException {
        refusals.clear();
        waits.clear();
        try (var caller = new DirectCaller(region.police().home(), broker.url())) {
            var envelopes = unsentEnvelopes(region);
            // The token is fetched before, with a scope that needs no database to be checked.
            for (var envelope : envelopes) {
                var began = Instant.now();
                var answer = caller.call(
                        "POST",
                        "/v1/cases/" + region.caseId() + "/exchanges",
                        "spil.exchanges",
                        SealedExchange.MEDIA_TYPE,
                        envelope,
                        Duration.ofSeconds(30));
                waits.add(Duration.between(began, Instant.now()));
                refusals.add(answer);
            }
        }
        var longest = waits.stream().max(Duration::compareTo).orElseThrow();
        System.out.printf("DatabaseGoneStory: %s, longest wait for a refusal %d ms%n", what, longest.toMillis());
        for (var refusal : refusals) {
            var said = new String(refusal.body(), StandardCharsets.UTF_8);
            assertThat(refusal.statusCode()).as(said).isEqualTo(503);
            assertThat(refusal.headers().firstValue("Retry-After"))
                    .as("Retry-After")
                    .isPresent();
            assertThat(refusal.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
            assertThat(JsonMapper.shared().readTree(said).path("code").asString())
                    .isNotEmpty();
        }
        assertThat(longest).isLessThan(SLACK);
    }

    private List<byte[]> unsentEnvelopes(Region region) throws IOException {
        var kept = new ArrayList<byte[]>();
        var outbox = region.police().home().path().resolve("outbox");
        try (var files = java.nio.file.Files.list(outbox)) {
            for (var file : files.filter(path -> path.toString().endsWith(".sealed.json"))
                    .limit(5)
                    .toList()) {
                kept.add(java.nio.file.Files.readAllBytes(file));
            }
        }
        assertThat(kept).as("exchanges that wait while the database is gone").isNotEmpty();
        return kept;
    }

    private void mustServe(Region region, String after) throws InterruptedException {
        var began = Instant.now();
        while (true) {
            try {
                acknowledged.add(region.police().send(region.sending(2, "afterwards")));
                break;
            } catch (BrokerUnavailable notYet) {
                assertThat(Duration.between(began, Instant.now()))
                        .as("recovery after " + after)
                        .isLessThan(RECOVERY);
                Thread.sleep(200);
            }
        }
        System.out.printf(
                "DatabaseGoneStory: %s, serves again after %d ms%n",
                after, Duration.between(began, Instant.now()).toMillis());
    }
}
