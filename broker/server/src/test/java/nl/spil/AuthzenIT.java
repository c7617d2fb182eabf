package nl.spil;

import static java.nio.charset.StandardCharsets.UTF_8;
import static nl.spil.access.TestClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import nl.spil.ledger.Ledger;
import nl.spil.ledger.WholeLog;
import nl.spil.protocol.CaseId;
import nl.spil.protocol.Pseudonym;
import nl.spil.protocol.proof.Receipt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The decision point as a judge of AuthZEN meets it, with the fixture loaded beside the real rules. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuthzenIT {
    private static final String DECISIONS = "spil.decisions";
    private static final String EVALUATION = "/access/v1/evaluation";
    private static final String EVALUATIONS = "/access/v1/evaluations";
    private static final String ALICE_READS = """
            {"subject":{"type":"user","id":"alice"},"action":{"name":"read"},"resource":{"type":"record","id":"record-1"}}""";
    private static final Pseudonym SUBJECT = Pseudonym.random();

    private TestBroker broker;
    private TestBroker.Member judge;
    private String token;
    private PartnerSystem municipality;
    private PartnerSystem clinic;
    private CaseId consultation;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        var fixture = Path.of(System.getProperty("spil.root"), "deploy/authzen/fixture");
        broker = TestBroker.start(folder, "--spil.authzen.fixture=" + fixture);
        judge = broker.join("00000099000000000501", "POLICE");
        token = judge.client().token(DECISIONS);
        municipality = PartnerSystem.joined(broker, "00000099000000000502", "MUNICIPAL_EXECUTIVE", "PUBLIC");
        clinic = PartnerSystem.joined(broker, "00000099000000000503", "MENTAL_HEALTH_CARE", "PRIVATE");
        consultation = inConsultation();
    }

    @AfterAll
    void checkTheWholeLedger() {
        WholeLog.assertClean(
                broker.context().getBean(Ledger.class), broker.context().getBean(DataSource.class));
        broker.close();
    }

    // ---- the protocol, on the fixture ----

    @Test
    void a_plain_question_gets_a_plain_answer() throws Exception {
        var permitted = ask(EVALUATION, ALICE_READS);
        var denied = ask(EVALUATION, ALICE_READS.replace("alice", "bob").replace("read", "write"));

        assertThat(permitted.statusCode()).isEqualTo(200);
        assertThat(permitted.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(json(permitted).required("decision").booleanValue()).isTrue();
        assertThat(json(permitted)
                        .path("context")
                        .path("fixture")
                        .path("revision")
                        .asInt())
                .isEqualTo(1);
        assertThat(json(denied).required("decision").booleanValue()).isFalse();
        assertThat(ask(EVALUATION, ALICE_READS).body()).isEqualTo(permitted.body());
    }

    @Test
    void questions_and_answers_have_the_form_of_the_standards_own_schemas() throws Exception {
        var yes = ask(EVALUATION, ALICE_READS);
        var no = clinic.post(EVALUATION, DECISIONS, question("collect")).http();

        assertThat(schema("evaluation-request").validate(JsonMapper.shared().readTree(question("disclose"))))
                .isEmpty();
        for (var answer : List.of(yes, no)) {
            assertThat(schema("evaluation-response").validate(json(answer))).isEmpty();
        }
    }

    private static Schema schema(String name) throws IOException {
        var set = System.getenv("SPIL_EXTERNAL");
        var external = set != null
                ? Path.of(set)
                : Path.of(System.getProperty("spil.root")).resolveSibling("shared/external");
        var file = external.resolve("authzen").resolve(name + ".schema.json");
        if (!Files.isReadable(file)) {
            System.err.println("SKIPPED: there is no " + name + " schema of AuthZEN");
        }
        Assumptions.assumeTrue(Files.isReadable(file), "SKIPPED: there is no " + name + " schema of AuthZEN");
        var read = (ObjectNode) JsonMapper.shared().readTree(Files.readString(file));
        // The schema calls itself by a name that is no address, which this validator does not take.
        read.remove("$id");
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(read);
    }

    @Test
    void context_and_unknown_members_change_nothing() throws Exception {
        var more = ALICE_READS.replaceFirst(
                "\\{", "{\"context\":{\"time\":\"2025-06-27T18:03-07:00\",\"risk\":0.5},\"future\":{\"nested\":true},");

        assertThat(decision(ask(EVALUATION, more))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{\"action\":{\"name\":\"read\"},\"resource\":{\"type\":\"record\",\"id\":\"record-1\"}}",
                "{\"subject\":\"alice\",\"action\":{\"name\":\"read\"},\"resource\":{\"type\":\"record\",\"id\":\"1\"}}",
                "{\"subject\":{\"type\":\"user\"},\"action\":{\"name\":1},\"resource\":{\"type\":\"record\",\"id\":\"1\"}}"
            })
    void a_message_that_is_no_question_is_a_bad_request(String body) throws Exception {
        for (var path : List.of(EVALUATION, EVALUATIONS)) {
            problem(ask(path, body), 400, "malformed-request");
        }
    }

    @Test
    void another_content_type_is_a_bad_request_here() throws Exception {
        var headers = Map.of("Content-Type", "text/plain");

        problem(
                judge.client().call("POST", EVALUATION, token, headers, ALICE_READS.getBytes(UTF_8)),
                400,
                "malformed-request");
        assertThat(decision(judge.client()
                        .call(
                                "POST",
                                EVALUATION,
                                token,
                                Map.of("Content-Type", "application/json; charset=utf-8"),
                                ALICE_READS.getBytes(UTF_8))))
                .isTrue();
    }

    @Test
    void the_number_of_a_request_comes_back_with_every_answer() throws Exception {
        var id = "bfe9eb29-ab87-4ca3-be83-a1d5d8305716";
        var unauthenticated = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(broker.address().resolve(EVALUATION))
                                .header("X-Request-ID", id)
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(ALICE_READS))
                                .build(),
                        BodyHandlers.ofString());

        problem(unauthenticated, 401, "unauthenticated");
        for (var answer : List.of(
                ask(EVALUATION, ALICE_READS, Map.of("X-Request-ID", id)),
                ask(EVALUATIONS, "{", Map.of("X-Request-ID", id)),
                unauthenticated)) {
            assertThat(answer.headers().allValues("X-Request-ID")).containsExactly(id);
        }
        assertThat(ask(EVALUATION, ALICE_READS).headers().firstValue("X-Request-ID"))
                .isEmpty();
    }

    @Test
    void a_token_for_something_else_opens_nothing() throws Exception {
        var other = judge.client().token("spil.cases");

        problem(
                judge.client().call("POST", EVALUATION, other, TestBroker.json(), ALICE_READS.getBytes(UTF_8)),
                403,
                "forbidden");
    }

    @Test
    void several_questions_are_answered_in_their_order_with_shared_defaults() throws Exception {
        var answers = ask(EVALUATIONS, """
                {"action":{"name":"write"},
                 "resource":{"type":"record","id":"record-2","properties":{"status":"archived"}},
                 "evaluations":[{"subject":{"type":"user","id":"alice"}},
                                {"subject":{"type":"user","id":"bob","properties":{"role":"admin"}}},
                                {"subject":{"type":"user"}}]}""");

        assertThat(json(answers).has("decision")).isFalse();
        assertThat(decisions(answers)).containsExactly(false, true, false);
        assertThat(json(answers)
                        .path("evaluations")
                        .path(2)
                        .path("context")
                        .path("error")
                        .path("status")
                        .asInt())
                .isEqualTo(400);
    }

    @Test
    void an_asker_says_when_it_has_heard_enough() throws Exception {
        var questions = """
                {"subject":{"type":"user","id":"bob"},"resource":{"type":"record","id":"record-1"},
                 "evaluations":[{"action":{"name":"write"}},{"action":{"name":"read"}},{"action":{"name":"write"}}],
                 "options":{"evaluations_semantic":"%s"}}""";

        assertThat(decisions(ask(EVALUATIONS, questions.formatted("execute_all"))))
                .containsExactly(false, true, false);
        assertThat(decisions(ask(EVALUATIONS, questions.formatted("deny_on_first_deny"))))
                .containsExactly(false);
        assertThat(decisions(ask(EVALUATIONS, questions.formatted("permit_on_first_permit"))))
                .containsExactly(false, true);
        problem(ask(EVALUATIONS, questions.formatted("as_you_like")), 400, "malformed-request");
    }

    @Test
    void without_a_list_of_questions_the_message_is_the_question() throws Exception {
        assertThat(decision(ask(EVALUATIONS, ALICE_READS))).isTrue();
        assertThat(decision(ask(EVALUATIONS, ALICE_READS.replaceFirst("\\{", "{\"evaluations\":[],"))))
                .isTrue();
    }

    @Test
    void anyone_can_read_where_the_decision_point_answers() throws Exception {
        var answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(broker.address().resolve("/.well-known/authzen-configuration"))
                                .build(),
                        BodyHandlers.ofString());

        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        var address = broker.address().toString();
        assertThat(json(answer).path("policy_decision_point").stringValue()).isEqualTo(address);
        assertThat(json(answer).path("access_evaluation_endpoint").stringValue())
                .isEqualTo(address + EVALUATION);
        assertThat(json(answer).path("access_evaluations_endpoint").stringValue())
                .isEqualTo(address + EVALUATIONS);
    }

    // ---- questions about a case, by the real rules ----

    @Test
    void a_question_about_a_case_is_decided_and_recorded_like_a_pre_check() throws Exception {
        var before = entries();
        var refused = clinic.post(EVALUATION, DECISIONS, question("disclose"));
        clinic.post("/v1/consents", "spil.consents", consent());
        var permitted = clinic.post(EVALUATION, DECISIONS, question("disclose"));

        assertThat(refused.json().required("decision").booleanValue()).isFalse();
        assertThat(reasons(refused.json())).contains("health_without_basis");
        var why = refused.json().path("context").path("reasons").path(0);
        assertThat(why.path("article").stringValue()).startsWith("https://wetten.overheid.nl/");
        assertThat(why.path("sentence").path("nl").stringValue())
                .isNotEqualTo(why.path("sentence").path("en").stringValue());
        assertThat(permitted.json().required("decision").booleanValue())
                .as(permitted.http().body())
                .isTrue();
        var context = permitted.json().path("context");
        assertThat(context.path("items")
                        .path(0)
                        .path("bases")
                        .path(0)
                        .path("code")
                        .stringValue())
                .isEqualTo("consent");
        assertThat(context.path("policy").path("digest").stringValue()).startsWith("sha256:");
        for (var answer : List.of(refused, permitted)) {
            var receipt = answer.json().path("context").path("receipt");
            var proven = new Receipt(
                            receipt.path("index").longValue(),
                            receipt.path("leaf").stringValue(),
                            receipt.path("proof").stringValue())
                    .verify(broker.context().getBean(Ledger.class).key());
            assertThat(proven.leaf().header().to()).isEqualTo(municipality.oin());
        }
        assertThat(entries()).isEqualTo(before + 3);
    }

    @Test
    void one_item_is_a_resource_too() throws Exception {
        var properties = "\"case\":\"" + consultation + "\",\"category\":\"HEALTH\",\"answerType\":\"DOCUMENT\","
                + "\"subject\":\"" + SUBJECT + "\"";
        var body = """
                {"subject":{"type":"partner","id":"%s"},
                 "action":{"name":"pre-check","properties":{"purpose":"case-consultation",
                           "processing_activity_id":"https://example.nl/register/1"}},
                 "resource":{"type":"item","id":"dossier","properties":{%s}}}""".formatted(municipality.oin(), properties);

        var answer = clinic.post(EVALUATION, DECISIONS, body);

        assertThat(answer.status()).as(answer.http().body()).isEqualTo(200);
        assertThat(answer.json().required("decision").booleanValue()).isFalse();
        assertThat(answer.json().path("context").path("items")).hasSize(1);
        assertThat(reasons(answer.json())).contains("necessity_missing_or_stale");
    }

    @Test
    void who_does_not_say_for_whom_it_asks_is_told_no_and_why() throws Exception {
        var answer = clinic.postForNobody(EVALUATION, DECISIONS, question("disclose"))
                .json();

        assertThat(answer.required("decision").booleanValue()).isFalse();
        assertThat(reasons(answer)).contains("not_admitted");
    }

    @Test
    void what_is_missing_or_unknown_is_a_no_with_its_reason_and_no_failure() throws Exception {
        var whole = question("disclose");
        var expected = new HashMap<String, String>();
        expected.put(whole.replace("\"purpose\":\"case-consultation\"", "\"x\":1"), "question_incomplete");
        expected.put(whole.replace("\"HEALTH\"", "\"health data\""), "question_incomplete");
        expected.put(whole.replace(municipality.oin().value(), "12"), "question_incomplete");
        expected.put(whole.replace("\"judgedBy\":\"emp-1\",", ""), "question_incomplete");
        expected.put(whole.replace(consultation.value(), CaseId.random().value()), "case_unknown");
        expected.put(whole.replace("\"disclose\"", "\"collect\""), "decided_at_collection");
        expected.put(whole.replace("\"disclose\"", "\"sell\""), "action_unknown");
        expected.put(whole.replace("\"partner\"", "\"user\""), "subject_type_unknown");

        for (var each : expected.entrySet()) {
            var answer = clinic.post(EVALUATION, DECISIONS, each.getKey());

            assertThat(answer.status()).as(answer.http().body()).isEqualTo(200);
            assertThat(answer.json().required("decision").booleanValue()).isFalse();
            assertThat(reasons(answer.json())).containsExactly(each.getValue());
        }
    }

    @Test
    void who_takes_no_part_in_a_case_learns_nothing_of_it() throws Exception {
        var outsider = PartnerSystem.joined(broker, "00000099000000000504", "PROBATION", "PRIVATE");

        var real = outsider.post(EVALUATION, DECISIONS, question("disclose"));
        var invented = outsider.post(
                EVALUATION,
                DECISIONS,
                question("disclose")
                        .replace(consultation.value(), CaseId.random().value()));

        assertThat(real.http().body()).isEqualTo(invented.http().body());
    }

    @Test
    void the_fixture_is_never_asked_about_a_case() throws Exception {
        for (var type : List.of("case", "item")) {
            var answer = ask(EVALUATION, ALICE_READS.replace("\"type\":\"record\"", "\"type\":\"" + type + "\""));

            assertThat(decision(answer)).isFalse();
            assertThat(json(answer).path("context").has("fixture")).isFalse();
        }
    }

    // ---- what they do ----

    private HttpResponse<String> ask(String path, String body) throws IOException, InterruptedException {
        return ask(path, body, Map.of());
    }

    private HttpResponse<String> ask(String path, String body, Map<String, String> more)
            throws IOException, InterruptedException {
        var headers = new HashMap<>(TestBroker.json());
        headers.putAll(more);
        return judge.client().call("POST", path, token, headers, body.getBytes(UTF_8));
    }

    private CaseId inConsultation() throws Exception {
        var id = CaseId.random();
        var registered = municipality.post("/v1/cases", "spil.cases", """
                {"id":"%s","purpose":"case-consultation","goal":"Hulp afstemmen","type":"COMPLEX",
                 "subjects":[{"pseudonym":"%s","ageBand":"ADULT","role":"DATA_SUBJECT"}]}""".formatted(id, SUBJECT));
        assertThat(registered.status()).as(registered.http().body()).isEqualTo(201);
        municipality.put("/v1/cases/" + id + "/participants/" + clinic.oin(), "spil.cases", "{}");
        for (var stage : List.of("triage", "assessment", "consultation")) {
            assertThat(municipality
                            .post("/v1/cases/" + id + "/" + stage, "spil.cases", "{}")
                            .status())
                    .isEqualTo(200);
        }
        return id;
    }

    private String consent() {
        return """
                {"id":"%s","case":"%s","subject":"%s","recipients":["%s"],"categories":["HEALTH"],
                 "kind":"SECRECY_RELEASE","explicit":true,"givenBy":"SELF","givenAt":%d,"method":"gesprek"}""".formatted(
                        UUID.randomUUID(),
                        consultation,
                        SUBJECT,
                        municipality.oin(),
                        Instant.now().minusSeconds(60).getEpochSecond());
    }

    private String question(String action) {
        return """
                {"subject":{"type":"partner","id":"%s"},
                 "action":{"name":"%s","properties":{"purpose":"case-consultation"}},
                 "resource":{"type":"case","id":"%s","properties":{"items":[
                   {"category":"HEALTH","answerType":"SUMMARY","subject":"%s"}]}},
                 "context":{"time":"2026-01-01T00:00:00Z","traceparent":"00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                   "secrecyBases":["consent"],"necessity":{"necessity":true,"proportionality":true,
                   "subsidiarity":true,"judgedBy":"emp-1","judgedAt":%d}}}""".formatted(
                        municipality.oin(),
                        action,
                        consultation,
                        SUBJECT,
                        Instant.now().minusSeconds(600).getEpochSecond());
    }

    private long entries() throws Exception {
        var checkpoint = judge.client().get("/v1/log/checkpoint", token).body();
        return Long.parseLong(checkpoint.lines().skip(1).findFirst().orElseThrow());
    }

    private static boolean decision(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer).required("decision").booleanValue();
    }

    private static List<Boolean> decisions(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer)
                .path("evaluations")
                .valueStream()
                .map(each -> each.required("decision").booleanValue())
                .toList();
    }

    private static List<String> reasons(JsonNode answer) {
        return answer.path("context")
                .path("reasons")
                .valueStream()
                .map(reason -> reason.path("code").stringValue())
                .toList();
    }

    private static void problem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(json(answer).path("code").stringValue()).isEqualTo(code);
    }
}
