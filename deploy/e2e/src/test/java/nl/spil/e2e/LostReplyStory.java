package nl.spil.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import nl.spil.protocol.seal.SealedExchange;
import nl.spil.sdk.BrokerUnavailable;
import nl.spil.sdk.Outcome;
import nl.spil.sdk.Patience;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The reply gets lost and the caller tries again, in every way it can: F4 and F5 of the fault table. */
class LostReplyStory {
    private final Stage.Shared shared = Stage.shared();
    private final Region region = shared.region();

    @Test
    void a_patient_partner_never_notices_and_the_log_has_it_once() throws Exception {
        var outcomes = new ArrayList<Outcome>();
        try (var proxy = FaultyProxy.before(shared.broker().url())) {
            var police = region.policeAt(proxy.url(), new Patience(6, Duration.ofSeconds(1)));
            for (int i = 0; i < Stage.number("lost", 10); i++) {
                outcomes.add(police.send(region.sending(2, "before the loss")));
                proxy.loseReplies(1 + i % 3);
                outcomes.add(police.send(region.sending(2, "during the loss")));
            }
            assertThat(proxy.repliesLost()).isGreaterThanOrEqualTo(10);
        } finally {
            region.policeAt(shared.broker().url(), Stage.ONCE);
        }

        var record = WholeRecord.audited(shared.broker().data(), shared.folders());
        outcomes.forEach(record::mustHoldOnce);
    }

    @Test
    void an_impatient_partner_sends_the_same_again_later_and_gets_the_same_receipts() throws Exception {
        Outcome later;
        try (var proxy = FaultyProxy.before(shared.broker().url())) {
            var police = region.policeAt(proxy.url(), Stage.ONCE);
            police.send(region.sending(1, "to have a token and a connection"));
            proxy.loseReplies(1);
            try {
                police.send(region.sending(2, "never heard of again"));
                throw new AssertionError("the reply was not lost");
            } catch (BrokerUnavailable expected) {
                assertThat(police.unanswered()).hasSize(1);
            }
            later = police.resend(police.unanswered().getFirst());
        } finally {
            region.policeAt(shared.broker().url(), Stage.ONCE);
        }

        WholeRecord.audited(shared.broker().data(), shared.folders()).mustHoldOnce(later);
    }

    @Test
    void the_same_bytes_in_parallel_are_one_exchange_and_other_bytes_under_its_name_are_a_conflict() throws Exception {
        var outcome = region.police().send(region.sending(3, "five times at once"));
        var exchange = outcome.exchange().orElseThrow();
        var bytes = Files.readAllBytes(sent(exchange));

        var answers = atOnce(5, () -> post(bytes));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.statusCode()).isIn(200, 201));
        assertThat(answers.stream().map(LostReplyStory::places).distinct()).hasSize(1);
        WholeRecord.audited(shared.broker().data(), shared.folders()).mustHoldOnce(outcome);

        var conflict = post(lastingLess(bytes));

        assertThat(conflict.statusCode()).isEqualTo(409);
        WholeRecord.audited(shared.broker().data(), shared.folders()).mustHoldOnce(outcome);
    }

    /** The same exchange by name, and another by what it says. */
    private static byte[] lastingLess(byte[] envelope) {
        var json = JsonMapper.shared();
        var whole = (ObjectNode) json.readTree(envelope);
        var payload = (ObjectNode) json.readTree(
                Base64.getUrlDecoder().decode(whole.path("payload").asString()));
        payload.put("exp", payload.path("exp").asLong() - 60);
        whole.put("payload", Base64.getUrlEncoder().withoutPadding().encodeToString(json.writeValueAsBytes(payload)));
        return json.writeValueAsBytes(whole);
    }

    private Path sent(String exchange) throws IOException {
        try (var files = Files.walk(region.police().home().path().resolve("sent"))) {
            return files.filter(file -> file.getFileName().toString().startsWith(exchange)
                            && file.toString().endsWith(".sealed.json"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private HttpResponse<byte[]> post(byte[] bytes) throws IOException, InterruptedException {
        try (var caller =
                new DirectCaller(region.police().home(), shared.broker().url())) {
            return caller.call(
                    "POST",
                    "/v1/cases/" + region.caseId() + "/exchanges",
                    "spil.exchanges",
                    SealedExchange.MEDIA_TYPE,
                    bytes,
                    Duration.ofSeconds(60));
        }
    }

    /** Where the receipts say that it stands; the proof around it may be of a later checkpoint. */
    private static List<String> places(HttpResponse<byte[]> answer) {
        var tree = JsonMapper.shared().readTree(answer.body());
        var places = new ArrayList<String>();
        places.add(place(tree));
        tree.path("recipients").valueStream().map(LostReplyStory::place).forEach(places::add);
        return places;
    }

    private static String place(JsonNode tree) {
        return tree.path("receipt").path("index") + " " + tree.path("receipt").path("leaf");
    }

    private static <T> List<T> atOnce(int times, Callable<T> work) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var futures = threads.invokeAll(java.util.Collections.nCopies(times, work));
            var results = new ArrayList<T>();
            for (var future : futures) {
                results.add(future.get());
            }
            return results;
        }
    }
}
