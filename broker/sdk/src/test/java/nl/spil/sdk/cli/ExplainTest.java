package nl.spil.sdk.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ExplainTest {
    private static final Locale DUTCH = Locale.of("nl");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void a_decision_is_told_with_rule_article_and_what_the_rules_say_now_where_that_differs() {
        new ExplainLines(terminal(), json("""
                {"entry":12,"type":"refusal","time":"2026-11-28T10:00:00Z","decidedBy":{"revision":1},"inUse":{"revision":2},
                 "answeredNow":true,
                 "question":{"action":{"purpose":"case-consultation"},
                             "resource":{"provider":{"type":"POLICE"},"case":{"stage":"CONSULTATION"}}},
                 "recipients":[{"recipient":"00000099000000000002","type":"PROBATION","entry":12,"obligations":[],"gaps":[],
                   "items":[{"item":"x","category":"HOUSING","answerType":"DOCUMENT",
                     "then":{"outcome":"REFUSED","wouldHelp":[{"code":"lighter_summary","title":"t","sentence":"Vraag minder."}],
                             "reasons":[{"code":"category_not_allowed","title":"Niet in de tabel","sentence":"Dat mag niet.",
                                         "article":"https://wetten.overheid.nl/x","rule":"policies/refusals/category_not_allowed"}]},
                     "now":{"outcome":"PERMITTED","bases":[]}}]}]}""")).print();

        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("Logregel 12: weigering, 2026-11-28T10:00:00Z. Besloten door revisie 1; nu geldt revisie 2.")
                .contains("Voor PROBATION (00000099000000000002), logregel 12:")
                .contains("HOUSING DOCUMENT: geweigerd")
                .contains("reden: Niet in de tabel. Dat mag niet. [category_not_allowed]")
                .contains("policies/refusals/category_not_allowed  https://wetten.overheid.nl/x")
                .contains("wat zou helpen: Vraag minder. [lighter_summary]")
                .contains("nu: toegestaan");
    }

    @Test
    void an_example_is_written_as_the_stories_of_the_rules_are() {
        var story = StoryFile.named(Path.of("a-clinic-may-do-this.yaml"), terminal());

        var yaml = story.yaml(json("""
                {"given":{"action":{"name":"disclose"},
                          "resource":{"items":[{"id":"health","subject":{"pseudonym":"adult"}}],"case":{"goalSet":true}},
                          "context":{"time":"2026-03-01T09:00:00Z","goodCare":{"answers":6},"odd":"12","consents":[]}},
                 "expect":{"probation":{"permits":["health"],"refuses":{}}}}"""));

        assertThat(yaml).isEqualTo("""
                title: A clinic may do this
                given:
                  action:
                    name: disclose
                  resource:
                    items:
                      - {id: health, subject: {pseudonym: adult}}
                    case: {goalSet: true}
                  context:
                    time: 2026-03-01T09:00:00Z
                    goodCare: {answers: 6}
                    odd: "12"
                    consents: []
                expect:
                  probation: {permits: [health], refuses: {}}
                """);
    }

    @Test
    void the_name_of_an_example_is_a_sentence() {
        for (var name : new String[] {"test.yaml", "A-clinic.yaml", "a-clinic.yml", "a_clinic_may.yaml"}) {
            assertThatThrownBy(() -> StoryFile.named(Path.of(name), terminal()))
                    .as(name)
                    .isInstanceOf(UsageMistake.class);
        }
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    private Terminal terminal() {
        var stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        return new Terminal(stream, stream, false, DUTCH);
    }
}
