package nl.spil.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import nl.spil.protocol.seal.SealedExchange;
import org.junit.jupiter.api.Test;

/**
 * Everything that can be wrong with a request, by the thousand: mutated exchanges, random JSON, random bytes. Longer:
 * {@code -Dspil.fuzz=100000}.
 */
class MalformedStory {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int CALLERS = 4;

    /** Where a partner may send something, with the scope that lets it in. */
    private static final Map<String, String> PLACES = new TreeMap<>(Map.of(
            "/v1/cases", "spil.cases",
            "/v1/consents", "spil.consents",
            "/v1/decisions", "spil.decisions",
            "/v1/disclosures/0d1b8a76-7ae0-4a26-9a40-6e7d37d9d8b0/collections", "spil.disclosures",
            "/v1/disclosures/0d1b8a76-7ae0-4a26-9a40-6e7d37d9d8b0/acknowledgement", "spil.disclosures",
            "/access/v1/evaluation", "spil.decisions",
            "/access/v1/evaluations", "spil.decisions"));

    private final Stage.Shared shared = Stage.shared();
    private final Random seeds = Stage.random("MalformedStory");
    private final Map<Integer, AtomicInteger> statuses = new ConcurrentSkipListMap<>();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final AtomicInteger left = new AtomicInteger(Stage.number("fuzz", 5000));

    @Test
    void nothing_malformed_is_released_stored_or_answered_with_a_failure() throws Exception {
        var outcome = shared.region().police().send(shared.region().sending(3, "the valid one all others come from"));
        var valid = Files.readAllBytes(sent(outcome.exchange().orElseThrow()));
        var before = WholeRecord.audited(shared.broker().data(), shared.folders());

        var threads = new ArrayList<Thread>();
        for (int i = 0; i < CALLERS; i++) {
            var random = new Random(seeds.nextLong());
            threads.add(Thread.ofVirtual().start(() -> bombard(new Mutations(random), random, valid)));
        }
        for (var thread : threads) {
            thread.join();
        }

        System.out.println("MalformedStory: answers by status " + statuses);
        assertThat(wrong).isEmpty();
        var after = WholeRecord.audited(shared.broker().data(), shared.folders());
        assertThat(after.exchanges()).as("exchanges recorded").isEqualTo(before.exchanges());
        assertThat(after.disclosures()).as("disclosures recorded").isEqualTo(before.disclosures());
        after.mustHoldOnce(outcome);
        assertThat(shared.broker().isReady()).isTrue();
    }

    private void bombard(Mutations mutations, Random random, byte[] valid) {
        var region = shared.region();
        try (var caller =
                new DirectCaller(region.police().home(), shared.broker().url())) {
            var places = List.copyOf(PLACES.entrySet());
            while (left.getAndDecrement() > 0) {
                if (random.nextInt(5) > 0) {
                    var path = "/v1/cases/" + region.caseId() + "/exchanges";
                    var body = random.nextInt(10) == 0 ? mutations.json() : mutations.of(valid);
                    judge(caller, path, "spil.exchanges", SealedExchange.MEDIA_TYPE, body);
                } else {
                    var place = places.get(random.nextInt(places.size()));
                    var type = place.getKey().endsWith("acknowledgement") ? "application/jwt" : "application/json";
                    judge(caller, place.getKey(), place.getValue(), type, mutations.json());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            wrong.add("interrupted");
        }
    }

    private void judge(DirectCaller caller, String path, String scope, String type, byte[] body)
            throws InterruptedException {
        var began = Instant.now();
        try {
            var answer = caller.call("POST", path, scope, type, body, PATIENCE);
            statuses.computeIfAbsent(answer.statusCode(), _ -> new AtomicInteger())
                    .incrementAndGet();
            complaint(answer, Duration.between(began, Instant.now()))
                    .forEach(what -> wrong.add(what + " at " + path + " for " + shown(body)));
        } catch (IOException e) {
            wrong.add("no answer at " + path + " (" + e + ") for " + shown(body));
        }
    }

    private static List<String> complaint(HttpResponse<byte[]> answer, Duration took) {
        var said = new String(answer.body(), StandardCharsets.UTF_8);
        var complaints = new ArrayList<String>();
        if (answer.statusCode() >= 500 || answer.statusCode() == 201) {
            complaints.add("answered " + answer.statusCode() + " " + said);
        }
        if (answer.statusCode() >= 400
                && !answer.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json")) {
            complaints.add("no problem details but " + said);
        }
        if (said.contains("nl.spil.") || said.contains("java.") || said.contains("\tat ")) {
            complaints.add("speaks of its inside: " + said);
        }
        if (took.compareTo(PATIENCE.dividedBy(2)) > 0) {
            complaints.add("took " + took);
        }
        return complaints;
    }

    private static String shown(byte[] body) {
        var text = new String(body, StandardCharsets.UTF_8);
        return body.length + " bytes: " + text.substring(0, Math.min(300, text.length()));
    }

    private Path sent(String exchange) throws IOException {
        return shared.region().police().home().path().resolve("sent").resolve(exchange + ".sealed.json");
    }
}
