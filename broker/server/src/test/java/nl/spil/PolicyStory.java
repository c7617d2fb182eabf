package nl.spil;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import nl.spil.access.TestClient;
import nl.spil.decision.PolicyBundles;
import nl.spil.decision.RunningPolicies;
import nl.spil.protocol.CaseId;
import nl.spil.protocol.Pseudonym;
import nl.spil.protocol.Sha256;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** New rules on a running broker, as partners see it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PolicyStory {
    private static final String SCOPE = "spil.policies";
    private static final long NEXT = RunningPolicies.firstRevision() + 1;

    private Path folder;
    private TestBroker broker;
    private PartnerSystem author;
    private PartnerSystem other;

    @BeforeAll
    void start(@TempDir Path data) throws Exception {
        folder = data;
        open("00000099000000000701", "00000099000000000702");
    }

    private void open(String authors, String others) throws Exception {
        broker = TestBroker.start(folder);
        author = PartnerSystem.joined(broker, authors, "MUNICIPAL_EXECUTIVE", "PUBLIC");
        other = PartnerSystem.joined(broker, others, "POLICE", "PUBLIC");
    }

    @AfterAll
    void stop() {
        broker.close();
    }

    @Test
    void a_proposal_goes_as_far_as_its_papers_and_no_further() throws Exception {
        var proposed = author.post("/v1/policies", SCOPE, proposal(NEXT, 0));
        var again = author.post("/v1/policies", SCOPE, proposal(NEXT, 0));
        var reviewed = other.post(
                at("reviews"),
                SCOPE,
                "{\"verdict\":\"POSITIVE\",\"remarks\":\"Binnen het doel.\",\"articles\":[\"Wgs 1.8(6)\"]}");
        var own = author.post(at("approvals"), SCOPE, "{}");
        var blind = other.post(at("approvals"), SCOPE, "{}");
        var activated = other.call("POST", at("activation"), SCOPE, "{}", Map.of("Accept-Language", "en"));

        assertThat(proposed.status()).isEqualTo(201);
        assertThat(proposed.text("state")).isEqualTo("INCOMPLETE");
        assertThat(again.status()).isEqualTo(200);
        assertThat(reviewed.json()
                        .path("steps")
                        .path(0)
                        .path("by")
                        .path("partner")
                        .stringValue())
                .isEqualTo(other.oin().value());
        assertThat(own.status()).isEqualTo(403);
        assertThat(blind.status()).isEqualTo(409);
        assertThat(activated.status()).isEqualTo(409);
        assertThat(activated.json().path("problems"))
                .extracting(problem -> problem.path("code").stringValue())
                .containsExactly("replay-missing", "approval-missing");
        assertThat(activated.json().path("problems").path(1).path("detail").stringValue())
                .isEqualTo("Nobody but its author approved of the proposal yet.");
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void complete_rules_are_used_at_once_and_after_a_restart_and_earlier_ones_come_back_the_same_way()
            throws Exception {
        var second = NEXT + 10;
        author.post("/v1/policies", SCOPE, proposal(second, 0));
        complete(second);
        var asked = askedWhile(() -> assertThat(activate(second).text("state")).isEqualTo("IN_USE"));
        assertThat(asked).as("what partners ask while rules change is answered").containsExactly(200);
        assertThat(inUse()).isEqualTo(second);

        broker.close();
        open("00000099000000000703", "00000099000000000704");
        assertThat(broker.context().getBean(PolicyBundles.class).version().revision())
                .isEqualTo(second);

        var back = second + 1;
        author.post("/v1/policies", SCOPE, "{\"again\":" + second + ",\"revision\":" + back + "}");
        assertThat(activate(back).status()).isEqualTo(409);
        complete(back);
        assertThat(activate(back).status()).isEqualTo(200);
        assertThat(inUse()).isEqualTo(back);
    }

    private interface Happening {
        void happen() throws Exception;
    }

    /** The statuses of questions that are put, one after the other, from before until after something happens. */
    private Set<Integer> askedWhile(Happening happening) throws Exception {
        var id = CaseId.random();
        var subject = Pseudonym.random();
        author.post("/v1/cases", "spil.cases", """
                {"id":"%s","purpose":"case-consultation","goal":"Hulp afstemmen","type":"COMPLEX",
                 "subjects":[{"pseudonym":"%s","ageBand":"ADULT","role":"DATA_SUBJECT"}]}""".formatted(id, subject));
        var question = """
                {"case":"%s","purpose":"case-consultation","recipients":["%s"],
                 "items":[{"category":"HOUSING","answerType":"SUMMARY","subject":"%s"}]}""".formatted(id, other.oin(), subject);
        var over = new AtomicBoolean();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asking = threads.submit(() -> {
                var statuses = new TreeSet<Integer>();
                for (var last = false; !last; ) {
                    last = over.get();
                    statuses.add(author.post("/v1/decisions", "spil.decisions", question)
                            .status());
                }
                return statuses;
            });
            try {
                happening.happen();
            } finally {
                over.set(true);
            }
            return asking.get();
        }
    }

    private void complete(long revision) throws Exception {
        var operator = broker.operator();
        var token = operator.token(SCOPE);
        var archive = RunningPolicies.later(revision - RunningPolicies.firstRevision());
        var begun = operator.call(
                "POST", "/v1/policies/replays", token, Map.of("Content-Type", "application/gzip"), archive.bytes());
        var id = TestClient.json(begun).path("id").stringValue();
        var standing = TestClient.json(operator.get("/v1/policies/replays/" + id + "?wait=30", token));
        assertThat(standing.path("state").stringValue()).isEqualTo("DONE");
        var at = "/v1/policies/" + revision;
        assertThat(other.post(at + "/reviews", SCOPE, "{\"verdict\":\"POSITIVE\",\"remarks\":\"Gezien.\"}")
                        .status())
                .isEqualTo(200);
        assertThat(other.post(at + "/approvals", SCOPE, "{}").status()).isEqualTo(200);
    }

    private PartnerSystem.Reply activate(long revision) throws Exception {
        return other.post("/v1/policies/" + revision + "/activation", SCOPE, "{}");
    }

    @Test
    void red_tests_are_no_proposal() throws Exception {
        var answer = author.post("/v1/policies", SCOPE, proposal(NEXT + 5, 1));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("problems").path(0).path("code").stringValue())
                .isEqualTo("tests-not-green");
    }

    @Test
    void earlier_rules_are_proposed_again_in_one_call_and_anyone_may_read_the_bundle() throws Exception {
        var answer = author.post(
                "/v1/policies",
                SCOPE,
                "{\"again\":" + RunningPolicies.firstRevision() + ",\"revision\":" + (NEXT + 6) + "}");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().path("again").asLong()).isEqualTo(RunningPolicies.firstRevision());
        var listed = other.get("/v1/policies", SCOPE);
        assertThat(listed.json().path("items"))
                .extracting(item -> item.path("revision").asLong())
                .contains(NEXT + 6);
        assertThat(other.get("/v1/policies/" + (NEXT + 60), SCOPE).status()).isEqualTo(404);
    }

    @Test
    void the_status_says_which_rules_this_node_uses() throws Exception {
        var status = other.get("/v1/policies/status", SCOPE).json();

        assertThat(status.path("nodes")).hasSize(1);
        assertThat(status.path("nodes").path(0).path("revision").asLong())
                .isEqualTo(status.path("inUse").path("revision").asLong())
                .isEqualTo(
                        broker.context().getBean(PolicyBundles.class).version().revision());
    }

    private long inUse() throws Exception {
        return other.get("/v1/policies/status", SCOPE)
                .json()
                .path("inUse")
                .path("revision")
                .asLong();
    }

    private static String at(String step) {
        return "/v1/policies/" + NEXT + "/" + step;
    }

    private static String proposal(long revision, int failed) {
        var archive = RunningPolicies.later(revision - RunningPolicies.firstRevision())
                .bytes();
        return "{\"archive\":\"" + Base64.getEncoder().encodeToString(archive)
                + "\",\"tests\":{\"report\":\"" + Sha256.of("report").value()
                + "\",\"passed\":12,\"failed\":" + failed + ",\"invariants\":15,\"violated\":0}}";
    }
}
