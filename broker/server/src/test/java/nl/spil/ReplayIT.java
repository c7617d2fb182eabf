package nl.spil;

import static nl.spil.access.TestClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import nl.spil.decision.BundleArchive;
import nl.spil.decision.Candidates;
import nl.spil.ledger.Ledger;
import nl.spil.ledger.WholeLog;
import nl.spil.protocol.CaseId;
import nl.spil.protocol.Pseudonym;
import nl.spil.protocol.Sha256;
import nl.spil.replay.Occupied;
import nl.spil.replay.Replays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a policy author learns from the past before other rules are used. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReplayIT {
    private static final String CASES = "spil.cases";
    private static final String HEALTH = "/spil/tables/sharing/case-consultation/MENTAL_HEALTH_CARE/HEALTH";
    private static final String IDENTIFYING = "/spil/tables/sharing/case-consultation/MENTAL_HEALTH_CARE/IDENTIFYING";
    private static final Pseudonym SUBJECT = Pseudonym.random();

    private TestBroker broker;
    private PartnerSystem municipality;
    private PartnerSystem clinic;
    private PartnerSystem probation;
    private long decided;
    private Instant before;

    /** Once: of health in short the municipality may know, with consent; who it is in full nobody may. */
    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        broker = TestBroker.start(folder);
        municipality = PartnerSystem.joined(broker, "00000099000000000812", "MUNICIPAL_EXECUTIVE", "PUBLIC");
        clinic = PartnerSystem.joined(broker, "00000099000000000814", "MENTAL_HEALTH_CARE", "PRIVATE");
        probation = PartnerSystem.joined(broker, "00000099000000000815", "PROBATION", "PRIVATE");
        before = Instant.now();
        decided = ask(inConsultation());
    }

    @AfterAll
    void checkTheWholeLedger() {
        WholeLog.assertClean(
                broker.context().getBean(Ledger.class), broker.context().getBean(DataSource.class));
        broker.close();
    }

    @Test
    void rules_that_permit_more_are_told_exactly_with_what_falls_away() throws Exception {
        var candidate =
                candidate(IDENTIFYING, cell -> ((ObjectNode) cell.required("bases")).put("statutory_task", "DOCUMENT"));

        var report = replayed(candidate);

        var counts = report.required("counts");
        assertThat(counts.required("newlyPermitted").intValue()).isEqualTo(2);
        assertThat(counts.required("newlyRefused").intValue()).isZero();
        assertThat(counts.required("questions").intValue()).isEqualTo(1);
        assertThat(counts.required("judgments").intValue()).isEqualTo(4);
        assertThat(counts.required("unanswerable").intValue()).isZero();
        assertThat(report.required("changes")
                        .valueStream()
                        .map(line -> line.path("purpose").stringValue() + " "
                                + line.path("provider").stringValue() + " "
                                + line.path("recipient").stringValue() + " "
                                + line.path("category").stringValue()))
                .containsExactly(
                        "case-consultation MENTAL_HEALTH_CARE MUNICIPAL_EXECUTIVE IDENTIFYING",
                        "case-consultation MENTAL_HEALTH_CARE PROBATION IDENTIFYING");
        var permitted = report.at("/changes/0/newlyPermitted");
        assertThat(permitted.at("/codes/0/code").stringValue()).isEqualTo("category_not_allowed");
        assertThat(permitted.at("/examples/0/entry").longValue()).isEqualTo(decided);
        assertThat(permitted.at("/examples/0/answerType").stringValue()).isEqualTo("DOCUMENT");
        assertThat(report.at("/changes/0/dutyAdded/codes")
                        .valueStream()
                        .map(code -> code.path("code").stringValue()))
                .contains("no_onward_use");
        assertThat(report.at("/texts/category_not_allowed/nl/sentence").stringValue())
                .isNotBlank();
    }

    @Test
    void rules_that_permit_less_are_told_exactly_with_their_reasons() throws Exception {
        var candidate =
                candidate(HEALTH, cell -> ((ObjectNode) cell.required("recipients")).remove("MUNICIPAL_EXECUTIVE"));

        var report = replayed(candidate);

        assertThat(report.at("/counts/newlyPermitted").intValue()).isZero();
        assertThat(report.at("/counts/newlyRefused").intValue()).isEqualTo(1);
        assertThat(report.required("changes").size()).isEqualTo(1);
        var line = report.at("/changes/0");
        assertThat(line.path("recipient").stringValue()).isEqualTo("MUNICIPAL_EXECUTIVE");
        assertThat(line.path("category").stringValue()).isEqualTo("HEALTH");
        assertThat(line.at("/newlyRefused/codes/0/code").stringValue()).isEqualTo("category_not_allowed");
        assertThat(line.at("/dutyRemoved/count").intValue()).isPositive();
    }

    @Test
    void the_same_rules_change_nothing_and_the_report_says_which_revision_decided() throws Exception {
        var report = replayed(Candidates.unchanged());

        assertThat(report.required("changes").isEmpty()).isTrue();
        assertThat(report.at("/counts/compared").intValue()).isEqualTo(1);
        assertThat(report.at("/counts/judgedAgain").intValue()).isZero();
        assertThat(report.at("/decidedBy/0/digest")).isEqualTo(report.at("/inUse/digest"));
        assertThat(report.at("/decidedBy/0/questions").intValue()).isEqualTo(1);
    }

    @Test
    void what_a_candidate_cannot_answer_is_counted_apart() throws Exception {
        var report = replayed(Candidates.withObligations("[\"notify_subject\"]"));

        assertThat(report.at("/counts/unanswerable").intValue()).isEqualTo(1);
        assertThat(report.at("/unanswerable/0/entry").longValue()).isEqualTo(decided);
        assertThat(report.at("/counts/compared").intValue()).isZero();
        assertThat(report.required("changes").isEmpty()).isTrue();
    }

    @Test
    void only_what_falls_within_the_period_is_replayed() throws Exception {
        var nothing = replayed(Candidates.unchanged(), "?until=" + before);
        var all = replayed(Candidates.unchanged(), "?since=" + before);

        assertThat(nothing.at("/counts/questions").intValue()).isZero();
        assertThat(all.at("/counts/questions").intValue()).isEqualTo(1);
    }

    @Test
    void a_report_is_kept_for_exactly_its_bundle_and_names_nobody() throws Exception {
        var candidate = Candidates.withTables(
                tables -> tables.replace("\"clock_skew_seconds\"", "\"not_read\": 1, \"clock_skew_seconds\""));
        var standing = finished(begin(candidate, ""));
        var bytes = get("/v1/policies/replays/" + standing.path("id").stringValue() + "/report");

        var kept =
                broker.context().getBean(Replays.class).of(candidate.version().digest());

        assertThat(kept)
                .extracting(Replays.Report::digest)
                .containsExactly(Sha256.of(bytes.body().getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .value());
        assertThat(standing.path("reportDigest").stringValue())
                .isEqualTo(kept.getFirst().digest());
        assertThat(standing.path("progress").path("done"))
                .isEqualTo(standing.path("progress").path("total"));
        assertThat(bytes.body())
                .doesNotContain(SUBJECT.value())
                .doesNotContain(clinic.oin().value())
                .doesNotContain("emp-");
        assertThat(broker.context().getBean(Replays.class).of("sha256:" + "0".repeat(64)))
                .isEmpty();
    }

    @Test
    void one_replay_at_a_time_and_reading_the_log_for_it_is_on_record() throws Exception {
        var ledger = broker.context().getBean(Ledger.class);
        var size = ledger.size();

        HttpResponse<String> refused;
        try (var _ = Occupied.by(broker.context())) {
            refused = begin(Candidates.unchanged(), "");
        }
        var first = begin(Candidates.unchanged(), "");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(json(refused).path("code").stringValue()).isEqualTo("replay-running");
        assertThat(first.statusCode()).isEqualTo(202);
        assertThat(first.headers().firstValue("Location"))
                .hasValue("/v1/policies/replays/" + json(first).path("id").stringValue());
        finished(first);
        assertThat(ledger.evidence(size, ledger.size()).stream()
                        .map(entry -> entry.leaf().type()))
                .containsOnlyOnce("log-read");
    }

    @Test
    void a_tampered_archive_is_refused_and_nothing_is_kept_of_it() throws Exception {
        var bytes = Candidates.unchanged().bytes();
        bytes[bytes.length / 2] ^= 1;

        var answer = post(bytes, "");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).path("code").stringValue()).isEqualTo("bundle-refused");
        assertThat(json(answer).path("title").stringValue()).isEqualTo("Dit regelpakket is niet in orde");
    }

    @Test
    void without_the_scope_for_it_nobody_replays_and_a_replay_that_is_not_there_is_not_found() throws Exception {
        var archive = Candidates.unchanged().bytes();
        var member = broker.join("00000099000000000819", "POLICE");

        var refused = member.client()
                .call("POST", "/v1/policies/replays", member.client().token(CASES), gzip(), archive);

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(get("/v1/policies/replays/" + UUID.randomUUID()).statusCode())
                .isEqualTo(404);
        assertThat(get("/v1/policies/replays/" + UUID.randomUUID() + "/report").statusCode())
                .isEqualTo(404);
        assertThat(post(archive, "?since=yesterday").statusCode()).isEqualTo(400);
        assertThat(post(archive, "?since=" + before + "&until=" + before).statusCode())
                .isEqualTo(400);
    }

    @Test
    void a_decision_is_explained_by_rule_article_and_sentence_then_and_now() throws Exception {
        var ledger = broker.context().getBean(Ledger.class);
        var operator = broker.operator();
        var size = ledger.size();

        var answer =
                operator.get("/v1/policies/decisions/" + (decided + 1), operator.token("spil.policies spil.operate"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var explained = json(answer);
        assertThat(explained.path("type").stringValue()).isEqualTo("pre-check");
        assertThat(explained.path("decidedBy")).isEqualTo(explained.path("inUse"));
        assertThat(explained.at("/question/action/name").stringValue()).isEqualTo("pre-check");
        var first = explained.at("/recipients/0");
        assertThat(first.path("recipient").stringValue())
                .isEqualTo(municipality.oin().value());
        assertThat(first.path("entry").longValue()).isEqualTo(decided);
        assertThat(first.at("/items/0/then/bases/0/rule").stringValue()).isEqualTo("policies/bases/consent");
        var refused = first.at("/items/1/then");
        assertThat(refused.at("/reasons/0/rule").stringValue()).isEqualTo("policies/refusals/category_not_allowed");
        assertThat(refused.at("/reasons/0/article").stringValue()).startsWith("https://");
        assertThat(refused.at("/reasons/0/sentence").stringValue()).isNotBlank();
        assertThat(refused.at("/wouldHelp/0/code").stringValue()).isEqualTo("lighter_summary");
        assertThat(first.at("/items/1/now")).isEqualTo(refused);
        assertThat(ledger.evidence(size, size + 1)
                        .getFirst()
                        .recorded()
                        .orElseThrow()
                        .at("/entries/from")
                        .longValue())
                .isEqualTo(decided);
    }

    @Test
    void a_decision_becomes_an_example_without_anybody_in_it_that_the_rules_answer_alike() throws Exception {
        var operator = broker.operator();

        var answer = operator.get(
                "/v1/policies/decisions/" + decided + "/story", operator.token("spil.policies spil.operate"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body())
                .doesNotContain(
                        SUBJECT.value(),
                        municipality.oin().value(),
                        clinic.oin().value(),
                        "emp-",
                        "zvh");
        var story = json(answer);
        assertThat(story.at("/expect/municipal-executive/permits").toString()).isEqualTo("[\"health\"]");
        assertThat(story.at("/expect/municipal-executive/refuses").toString())
                .isEqualTo("{\"identifying\":[\"category_not_allowed\"]}");
        assertThat(story.at("/given/context/time").stringValue()).isEqualTo("2026-03-01T09:00:00Z");
        assertThat(story.at("/given/context/necessity/judgedAt").stringValue())
                .as("in whole minutes, some ten before")
                .matches("2026-03-01T08:[0-5][0-9]:00Z");
        assertThat(story.at("/given/resource/items/0/id").stringValue()).isEqualTo("health");
        Candidates.mustAnswer(story);
    }

    @Test
    void what_rests_on_no_question_is_not_explained_and_nobody_else_reads_questions() throws Exception {
        var operator = broker.operator();
        var token = operator.token("spil.policies spil.operate");

        var noDecision = operator.get("/v1/policies/decisions/0", token);
        var absent = operator.get("/v1/policies/decisions/999999", token);
        var partner = clinic.get("/v1/policies/decisions/" + decided, "spil.policies");

        assertThat(noDecision.statusCode()).isEqualTo(409);
        assertThat(json(noDecision).path("code").stringValue()).isEqualTo("no-decision");
        assertThat(absent.statusCode()).isEqualTo(404);
        assertThat(partner.status()).isEqualTo(403);
    }

    // ---- what the author does ----

    private static BundleArchive candidate(String cell, Consumer<JsonNode> change) {
        return Candidates.withTables(tables -> {
            var tree = JsonMapper.shared().readTree(tables);
            assertThat(tree.at(cell).isObject()).isTrue();
            change.accept(tree.at(cell));
            return tree.toString();
        });
    }

    private JsonNode replayed(BundleArchive candidate) throws Exception {
        return replayed(candidate, "");
    }

    private JsonNode replayed(BundleArchive candidate, String query) throws Exception {
        var standing = finished(begin(candidate, query));
        assertThat(standing.path("state").stringValue()).as(standing.toString()).isEqualTo("DONE");
        return json(get("/v1/policies/replays/" + standing.path("id").stringValue() + "/report"));
    }

    private HttpResponse<String> begin(BundleArchive candidate, String query) throws Exception {
        return post(candidate.bytes(), query);
    }

    private JsonNode finished(HttpResponse<String> begun) throws Exception {
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(202);
        var path = "/v1/policies/replays/" + json(begun).path("id").stringValue() + "?wait=30";
        for (var attempt = 0; attempt < 10; attempt++) {
            var standing = json(get(path));
            if (!standing.path("state").stringValue().equals("RUNNING")) {
                return standing;
            }
        }
        throw new AssertionError("the replay did not end");
    }

    private HttpResponse<String> post(byte[] archive, String query) throws IOException, InterruptedException {
        var operator = broker.operator();
        return operator.call("POST", "/v1/policies/replays" + query, operator.token("spil.policies"), gzip(), archive);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return broker.operator().get(path, broker.operator().token("spil.policies"));
    }

    private static Map<String, String> gzip() {
        return Map.of("Content-Type", "application/gzip");
    }

    // ---- what the partners did ----

    private CaseId inConsultation() throws Exception {
        var id = CaseId.random();
        assertThat(municipality
                        .post("/v1/cases", CASES, """
                {"id":"%s","purpose":"case-consultation","goal":"Hulp afstemmen","type":"COMPLEX",
                 "subjects":[{"pseudonym":"%s","ageBand":"ADULT","role":"DATA_SUBJECT"}]}""".formatted(id, SUBJECT))
                        .status())
                .isEqualTo(201);
        for (var partner : java.util.List.of(clinic, probation)) {
            municipality.put("/v1/cases/" + id + "/participants/" + partner.oin(), CASES, "{}");
        }
        for (var stage : java.util.List.of("triage", "assessment", "consultation")) {
            assertThat(municipality
                            .post("/v1/cases/" + id + "/" + stage, CASES, "{}")
                            .status())
                    .isEqualTo(200);
        }
        assertThat(clinic.post("/v1/consents", "spil.consents", """
                {"id":"%s","case":"%s","subject":"%s","recipients":["%s"],"categories":["HEALTH"],
                 "kind":"SECRECY_RELEASE","explicit":true,"givenBy":"SELF","givenAt":%d,"method":"gesprek"}""".formatted(
                                        UUID.randomUUID(),
                                        id,
                                        SUBJECT,
                                        municipality.oin(),
                                        Instant.now().minusSeconds(60).getEpochSecond()))
                        .status())
                .isEqualTo(201);
        return id;
    }

    /** The entry in which the municipality's answer stands. */
    private long ask(CaseId id) throws Exception {
        var answer = clinic.post("/v1/decisions", "spil.decisions", """
                {"case":"%s","purpose":"case-consultation","recipients":["%s","%s"],"secrecyBases":["consent"],
                 "items":[{"category":"HEALTH","answerType":"SUMMARY","subject":"%s"},
                          {"category":"IDENTIFYING","answerType":"DOCUMENT","subject":"%s"}],
                 "necessity":{"necessity":true,"proportionality":true,"subsidiarity":true,"judgedBy":"emp-1","judgedAt":%d}}""".formatted(
                        id,
                        municipality.oin(),
                        probation.oin(),
                        SUBJECT,
                        SUBJECT,
                        Instant.now().minusSeconds(600).getEpochSecond()));
        assertThat(answer.status()).as(answer.http().body()).isEqualTo(200);
        return answer.json().at("/recipients/0/receipt/index").longValue();
    }
}
