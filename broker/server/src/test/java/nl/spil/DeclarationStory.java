package nl.spil;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import nl.spil.ledger.Ledger;
import nl.spil.ledger.WholeLog;
import nl.spil.protocol.CaseId;
import nl.spil.protocol.Pseudonym;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What a partner says a person did reaches the rules, and nothing else does in its place. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeclarationStory {
    private static final String CASES = "spil.cases";
    private static final String DECISIONS = "spil.decisions";
    private static final Pseudonym SUBJECT = Pseudonym.random();

    private TestBroker broker;
    private PartnerSystem municipality;
    private PartnerSystem housing;
    private final CaseId id = CaseId.random();
    private final long now = Instant.now().getEpochSecond();

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        broker = TestBroker.start(folder);
        municipality = PartnerSystem.joined(broker, "00000099000000000512", "MUNICIPAL_EXECUTIVE", "PUBLIC");
        housing = PartnerSystem.joined(broker, "00000099000000000516", "HOUSING_ASSOCIATION", "INCIDENTAL");
        municipality.post("/v1/cases", CASES, """
                {"id":"%s","purpose":"case-consultation","goal":"Wonen en rust","type":"COMPLEX",
                 "subjects":[{"pseudonym":"%s","ageBand":"ADULT","role":"DATA_SUBJECT"}]}""".formatted(id, SUBJECT));
        for (var stage : List.of("triage", "assessment", "consultation")) {
            municipality.post("/v1/cases/" + id + "/" + stage, CASES, "{}");
        }
        municipality.put(
                "/v1/cases/" + id + "/participants/" + housing.oin(),
                CASES,
                "{\"incidental\":true,\"until\":" + (now + 3_600) + "}");
    }

    @AfterAll
    void checkTheWholeLedger() {
        WholeLog.assertClean(
                broker.context().getBean(Ledger.class), broker.context().getBean(DataSource.class));
        broker.close();
    }

    @Test
    void a_signed_undertaking_lets_a_third_party_hear_what_was_agreed() throws Exception {
        var answer = asked("""
                {"code":"undertaking_signed","declaredAt":%d,"until":%d}""".formatted(now - 60, now + 3_600));

        assertThat(answer.json().at("/recipients/0/outcome").asString()).isEqualTo("DISCLOSED");
        assertThat(codes(answer.json().at("/recipients/0/bases"))).containsExactly("incidental_meeting");
    }

    @Test
    void without_one_the_answer_says_that_it_would_help() throws Exception {
        var answer = asked("""
                {"code":"no_participant_objects","declaredAt":%d}""".formatted(now - 60));

        assertThat(codes(answer.json().at("/recipients/0/refused/0/reasons"))).containsExactly("category_not_allowed");
        assertThat(codes(answer.json().at("/recipients/0/refused/0/wouldHelp"))).containsExactly("undertaking_signed");
    }

    @Test
    void what_is_no_declaration_comes_back_with_where_and_without_what_was_said() throws Exception {
        var answer = asked("""
                {"code":"judge_nodded","declaredAt":%1$d},{"code":"rac_positive","declaredAt":%1$d,"reference":"Mw. de Vries"},
                {"code":"rac_positive","declaredAt":%1$d,"note":"x"}""".formatted(now));
        var twice = asked("""
                {"code":"rac_positive","declaredAt":%1$d},{"code":"rac_positive","declaredAt":%1$d}""".formatted(now));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("problems").valueStream().map(DeclarationStory::problem))
                .containsExactlyInAnyOrder(
                        "member-ill-formed /declarations/0/code",
                        "member-ill-formed /declarations/1",
                        "member-unknown /declarations/2");
        assertThat(answer.http().body()).doesNotContain("Vries").doesNotContain("judge_nodded");
        assertThat(twice.json().path("problems").valueStream().map(DeclarationStory::problem))
                .containsExactly("declared-twice /declarations");
    }

    private PartnerSystem.Reply asked(String declarations) throws Exception {
        return municipality.post(
                "/v1/decisions", DECISIONS, """
                {"case":"%s","purpose":"incidental-third-party","recipients":["%s"],"declarations":[%s],
                 "items":[{"category":"ACTION_AGREEMENT","answerType":"SUMMARY","subject":"%s"}],"necessity":{"necessity":true,\
                "proportionality":true,"subsidiarity":true,"judgedBy":"emp-1","judgedAt":%d}}""".formatted(id, housing.oin(), declarations, SUBJECT, now - 600));
    }

    private static List<String> codes(JsonNode list) {
        return list.valueStream().map(one -> one.path("code").asString("")).toList();
    }

    private static String problem(JsonNode problem) {
        return problem.path("code").asString("") + " " + problem.path("pointer").asString("");
    }
}
