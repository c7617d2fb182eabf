package nl.spil;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import nl.spil.ledger.Ledger;
import nl.spil.ledger.WholeLog;
import nl.spil.protocol.CaseId;
import nl.spil.protocol.Pseudonym;
import nl.spil.protocol.proof.Receipt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** One case as partners meet it: registered, admitted to, moved on, consented in, asked about, closed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CaseStory {
    private static final String CASES = "spil.cases";
    private static final String CONSENTS = "spil.consents";
    private static final String DECISIONS = "spil.decisions";
    private static final Pseudonym SUBJECT = Pseudonym.random();

    private TestBroker broker;
    private PartnerSystem team;
    private PartnerSystem municipality;
    private PartnerSystem clinic;
    private PartnerSystem probation;
    private PartnerSystem housing;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        broker = TestBroker.start(folder, settings());
        team = PartnerSystem.joined(broker, "00000099000000000411", "NEIGHBOURHOOD_TEAM", "PRIVATE");
        municipality = PartnerSystem.joined(broker, "00000099000000000412", "MUNICIPAL_EXECUTIVE", "PUBLIC");
        clinic = PartnerSystem.joined(broker, "00000099000000000414", "MENTAL_HEALTH_CARE", "PRIVATE");
        probation = PartnerSystem.joined(broker, "00000099000000000415", "PROBATION", "PRIVATE");
        housing = PartnerSystem.joined(broker, "00000099000000000416", "HOUSING_ASSOCIATION", "INCIDENTAL");
    }

    /** What the broker of this story is told beyond its folder. */
    String[] settings() {
        return new String[0];
    }

    @AfterAll
    void checkTheWholeLedger() {
        WholeLog.assertClean(
                broker.context().getBean(Ledger.class), broker.context().getBean(DataSource.class));
        broker.close();
    }

    @Test
    void a_case_is_registered_once_and_its_receipt_can_be_checked_by_anyone() throws Exception {
        var body = registration(CaseId.random());

        var first = team.post("/v1/cases", CASES, body);
        var again = team.post("/v1/cases", CASES, body);
        var other = team.post("/v1/cases", CASES, body.replace("COMPLEX", "PRIORITISED"));

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.http().headers().firstValue("Location")).hasValue("/v1/cases/" + first.text("id"));
        assertThat(again.json().path("receipt").path("index"))
                .isEqualTo(first.json().path("receipt").path("index"));
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.text("code")).isEqualTo("conflict");
        assertThat(receiptVerifies(first.json().path("receipt"))).isTrue();
    }

    @Test
    void everything_that_is_wrong_with_a_registration_comes_back_in_one_answer_without_what_was_said()
            throws Exception {
        var wrong = """
                {"id":"x","goal":"Het geheime doel","type":"SIMPLE","extra":1,
                 "subjects":[{"pseudonym":"Wim","ageBand":"OLD","role":"DATA_SUBJECT"}]}""";

        var answer = team.post("/v1/cases", CASES, wrong);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(problems(answer))
                .containsExactlyInAnyOrder(
                        "member-unknown",
                        "member-ill-formed /id",
                        "member-missing /purpose",
                        "member-ill-formed /type",
                        "member-ill-formed /subjects/0/pseudonym",
                        "member-ill-formed /subjects/0/ageBand");
        assertThat(answer.http().body()).doesNotContain("geheime").doesNotContain("Wim");
    }

    @Test
    void who_takes_no_part_finds_no_case_and_who_may_not_decide_is_told_so() throws Exception {
        var id = registered();

        assertThat(probation.get("/v1/cases/" + id, CASES).status()).isEqualTo(404);
        assertThat(probation.post("/v1/cases/" + id + "/triage", CASES, "{}").status())
                .isEqualTo(404);
        assertThat(team.post("/v1/cases/" + id + "/triage", CASES, "{}").status())
                .isEqualTo(403);
        assertThat(municipality
                        .post("/v1/cases/" + id + "/execution", CASES, "{}")
                        .text("code"))
                .isEqualTo("stage-order");
        assertThat(municipality.get("/v1/cases/" + CaseId.random(), CASES).status())
                .isEqualTo(404);
        assertThat(municipality.get("/v1/cases/nothing", CASES).status()).isEqualTo(404);
    }

    @Test
    void participants_see_the_goal_and_an_incidental_third_party_does_not() throws Exception {
        var id = inConsultation();
        var until = Instant.now().plusSeconds(3_600).getEpochSecond();
        municipality.put(
                "/v1/cases/" + id + "/participants/" + housing.oin(),
                CASES,
                "{\"incidental\":true,\"until\":" + until + "}");

        var seenByTeam = team.get("/v1/cases/" + id, CASES);
        var seenByHousing = housing.get("/v1/cases/" + id, CASES);

        assertThat(seenByTeam.text("goal")).isEqualTo("Hulp en toezicht op elkaar afstemmen");
        assertThat(seenByHousing.status()).isEqualTo(200);
        assertThat(seenByHousing.json().has("goal")).isFalse();
    }

    @Test
    void a_removed_partner_finds_the_case_no_more() throws Exception {
        var id = inConsultation();
        assertThat(probation.get("/v1/cases/" + id, CASES).status()).isEqualTo(200);

        var removal = municipality.delete("/v1/cases/" + id + "/participants/" + probation.oin(), CASES);

        assertThat(removal.status()).isEqualTo(200);
        assertThat(receiptVerifies(removal.json().path("receipt"))).isTrue();
        assertThat(probation.get("/v1/cases/" + id, CASES).status()).isEqualTo(404);
    }

    @Test
    void a_partner_pages_through_its_own_cases() throws Exception {
        inConsultation();
        inConsultation();

        var first = probation.get("/v1/cases?limit=1", CASES);
        var second = probation.get("/v1/cases?limit=1&after=" + first.text("next"), CASES);

        assertThat(first.json().path("items")).hasSize(1);
        assertThat(second.json().path("items")).hasSize(1);
        assertThat(second.json().path("items").path(0).path("id"))
                .isNotEqualTo(first.json().path("items").path(0).path("id"));
        assertThat(probation.get("/v1/cases?limit=0", CASES).status()).isEqualTo(400);
    }

    @Test
    void a_withdrawn_consent_stops_disclosure_at_once() throws Exception {
        var id = inConsultation();
        var consent = UUID.randomUUID().toString();
        assertThat(outcomes(mayClinicShareHealth(id))).containsExactly("REFUSED", "REFUSED");

        var given = clinic.post("/v1/consents", CONSENTS, consent(consent, id));
        var withConsent = mayClinicShareHealth(id);
        var withdrawn = clinic.post("/v1/consents/" + consent + "/withdrawal", CONSENTS, "{}");
        var afterwards = mayClinicShareHealth(id);

        assertThat(given.status()).isEqualTo(201);
        assertThat(given.json().path("consentReceipt").path("recordId").asString(""))
                .isEqualTo("urn:uuid:" + consent);
        assertThat(outcomes(withConsent)).containsExactly("DISCLOSED", "REFUSED");
        assertThat(withdrawn.text("state")).isEqualTo("WITHDRAWN");
        assertThat(outcomes(afterwards)).containsExactly("REFUSED", "REFUSED");
        assertThat(reasons(afterwards)).contains("health_without_basis");
        for (var answer : List.of(given, withConsent, withdrawn, afterwards)) {
            assertThat(receiptVerifies(answer.json().path("receipt"))).isTrue();
        }
    }

    @Test
    void only_the_provider_that_holds_the_secrecy_sees_and_withdraws_its_consent() throws Exception {
        var id = inConsultation();
        var consent = UUID.randomUUID().toString();
        clinic.post("/v1/consents", CONSENTS, consent(consent, id));

        assertThat(municipality.get("/v1/consents/" + consent, CONSENTS).status())
                .isEqualTo(404);
        assertThat(municipality
                        .post("/v1/consents/" + consent + "/withdrawal", CONSENTS, "{}")
                        .status())
                .isEqualTo(404);
        assertThat(municipality
                        .get("/v1/cases/" + id + "/consents", CONSENTS)
                        .json()
                        .path("items"))
                .isEmpty();
        assertThat(clinic.get("/v1/cases/" + id + "/consents", CONSENTS).json().path("items"))
                .hasSize(1);
        assertThat(clinic.get("/v1/consents/" + consent, CONSENTS).text("state"))
                .isEqualTo("GIVEN");
    }

    @Test
    void a_consent_is_registered_once_for_a_person_the_case_is_about() throws Exception {
        var id = inConsultation();
        var body = consent(UUID.randomUUID().toString(), id);

        var first = clinic.post("/v1/consents", CONSENTS, body);
        var again = clinic.post("/v1/consents", CONSENTS, body);
        var other = clinic.post("/v1/consents", CONSENTS, body.replace("HEALTH", "CARE"));
        var stranger = clinic.post(
                "/v1/consents",
                CONSENTS,
                consent(UUID.randomUUID().toString(), id)
                        .replace(SUBJECT.value(), Pseudonym.random().value()));
        var future = clinic.post(
                "/v1/consents",
                CONSENTS,
                consent(UUID.randomUUID().toString(), id)
                        .replaceFirst(
                                "\"givenAt\":[0-9]+",
                                "\"givenAt\":"
                                        + Instant.now().plusSeconds(9_999).getEpochSecond()));

        assertThat(again.json().path("receipt").path("index"))
                .isEqualTo(first.json().path("receipt").path("index"));
        assertThat(other.status()).isEqualTo(409);
        assertThat(problems(stranger)).containsExactly("subject-unknown /subject");
        assertThat(problems(future)).containsExactly("given-in-the-future /givenAt");
    }

    @Test
    void a_question_without_necessity_is_answered_with_what_would_help() throws Exception {
        var id = inConsultation();
        var question = question(id).replaceFirst(",\"necessity\":\\{[^}]*}", "");

        var answer = clinic.post("/v1/decisions", DECISIONS, question);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(reasons(answer)).contains("necessity_missing_or_stale");
    }

    @Test
    void nobody_asks_about_a_case_it_takes_no_part_in() throws Exception {
        var id = registered();

        assertThat(clinic.post("/v1/decisions", DECISIONS, question(id)).status())
                .isEqualTo(404);
        assertThat(clinic.post("/v1/decisions", DECISIONS, "{\"case\":\"" + id + "\"}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void a_closed_case_shows_little_and_shares_nothing() throws Exception {
        var id = inConsultation();

        municipality.post("/v1/cases/" + id + "/closure", CASES, "{}");
        var view = team.get("/v1/cases/" + id, CASES);

        assertThat(view.json().path("shielded").booleanValue()).isTrue();
        for (var hidden : List.of("goal", "subjects", "participants")) {
            assertThat(view.json().has(hidden)).as(hidden).isFalse();
        }
        assertThat(reasons(mayClinicShareHealth(id))).contains("case_closed");
        assertThat(clinic.post(
                                "/v1/consents",
                                CONSENTS,
                                consent(UUID.randomUUID().toString(), id))
                        .text("code"))
                .isEqualTo("case-closed");
    }

    // ---- what the partners do ----

    private CaseId registered() throws Exception {
        var id = CaseId.random();
        assertThat(team.post("/v1/cases", CASES, registration(id)).status()).isEqualTo(201);
        return id;
    }

    private CaseId inConsultation() throws Exception {
        var id = registered();
        for (var partner : List.of(clinic, probation)) {
            var admitted = municipality.put("/v1/cases/" + id + "/participants/" + partner.oin(), CASES, "{}");
            assertThat(admitted.status()).isEqualTo(200);
        }
        for (var stage : List.of("triage", "assessment", "consultation")) {
            var moved = municipality.post("/v1/cases/" + id + "/" + stage, CASES, "{}");
            assertThat(moved.status()).isEqualTo(200);
        }
        return id;
    }

    private PartnerSystem.Reply mayClinicShareHealth(CaseId id) throws Exception {
        return clinic.post("/v1/decisions", DECISIONS, question(id));
    }

    private static String registration(CaseId id) {
        return """
                {"id":"%s","purpose":"case-consultation","goal":"Hulp en toezicht op elkaar afstemmen","type":"COMPLEX",
                 "subjects":[{"pseudonym":"%s","ageBand":"ADULT","role":"DATA_SUBJECT"}]}""".formatted(id, SUBJECT);
    }

    private String consent(String consent, CaseId id) {
        return """
                {"id":"%s","case":"%s","subject":"%s","recipients":["%s"],"categories":["HEALTH"],
                 "kind":"SECRECY_RELEASE","explicit":true,"givenBy":"SELF","givenAt":%d,"method":"gesprek"}""".formatted(
                        consent,
                        id,
                        SUBJECT,
                        municipality.oin(),
                        Instant.now().minusSeconds(60).getEpochSecond());
    }

    private String question(CaseId id) {
        return """
                {"case":"%s","purpose":"case-consultation","recipients":["%s","%s"],"secrecyBases":["consent"],
                 "items":[{"category":"HEALTH","answerType":"SUMMARY","subject":"%s"}],"necessity":{"necessity":true,\
                "proportionality":true,"subsidiarity":true,"judgedBy":"emp-1","judgedAt":%d}}""".formatted(
                        id,
                        municipality.oin(),
                        probation.oin(),
                        SUBJECT,
                        Instant.now().minusSeconds(600).getEpochSecond());
    }

    // ---- what they read ----

    private static List<String> outcomes(PartnerSystem.Reply answer) {
        return each(answer.json().path("recipients"))
                .map(part -> part.path("outcome").asString(""))
                .toList();
    }

    private static List<String> reasons(PartnerSystem.Reply answer) {
        return each(answer.json().path("recipients"))
                .flatMap(part -> each(part.path("refused")))
                .flatMap(item -> each(item.path("reasons")))
                .map(reason -> reason.path("code").asString(""))
                .toList();
    }

    private static List<String> problems(PartnerSystem.Reply answer) {
        return each(answer.json().path("problems"))
                .map(problem -> (problem.path("code").asString("") + " "
                                + problem.path("pointer").asString(""))
                        .strip())
                .toList();
    }

    private static Stream<JsonNode> each(JsonNode list) {
        return list.valueStream();
    }

    /** Throws when it does not. */
    private boolean receiptVerifies(JsonNode receipt) {
        return new Receipt(
                                receipt.path("index").longValue(),
                                receipt.path("leaf").stringValue(),
                                receipt.path("proof").stringValue())
                        .verify(broker.context().getBean(Ledger.class).key())
                        .index()
                == receipt.path("index").longValue();
    }
}
