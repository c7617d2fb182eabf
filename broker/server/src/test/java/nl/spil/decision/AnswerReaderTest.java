package nl.spil.decision;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import nl.spil.protocol.AnswerType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an engine may say, and everything it may say instead. */
class AnswerReaderTest {
    private static final PolicyVersion POLICY = new PolicyVersion(7, "sha256:" + "0".repeat(64));
    private static final ItemFacts HOUSING = Questions.item("HOUSING", AnswerType.STATUS);
    private static final ItemFacts HEALTH = Questions.item("HEALTH", AnswerType.SUMMARY);
    private static final Question QUESTION = Questions.about(List.of(Questions.probation()), HOUSING, HEALTH);
    private static final String SOUND = """
            [{"result":{"revision":7,"subjects":{"RECIPIENT":{
              "permitted":["HOUSING"],
              "refused":{"HEALTH":[{"code":"health_without_basis","article":"https://example.org/a"}]},
              "bases":{"HOUSING":[{"code":"statutory_task","article":"https://example.org/b"}]},
              "obligations":[{"code":"no_onward_use","items":["HOUSING"]}],
              "would_help":{"HEALTH":["consent"]},
              "gaps":[],
              "valid_until":1790000000}}}}]""";

    private final AnswerReader reader = new AnswerReader(POLICY, Set.of("no_onward_use"));

    @Test
    void a_sound_answer_is_read_whole() {
        var answer = read(SOUND).of(Questions.PROBATION);

        assertThat(answer.permitted()).containsExactly(HOUSING.id());
        assertThat(answer.refused().get(HEALTH.id()))
                .containsExactly(new Reason("health_without_basis", "https://example.org/a"));
        assertThat(answer.wouldHelp().get(HEALTH.id())).containsExactly("consent");
        assertThat(answer.obligations().getFirst().code()).isEqualTo("no_onward_use");
        assertThat(read(SOUND).validUntil()).hasValue(java.time.Instant.ofEpochSecond(1_790_000_000));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            an engine without rules          | [{"result":                    | [{"rezult":
            another revision                 | "revision":7                   | "revision":6
            a revision that is no number     | "revision":7                   | "revision":"7"
            another recipient                | RECIPIENT                      | 00000099000000000001
            a recipient that is no partner   | RECIPIENT                      | somebody
            an unknown part                  | "gaps":[],                     | "gaps":[],"more":1,
            a missing part                   | "gaps":[],                     |
            an item without an answer        | "permitted":["HOUSING"]        | "permitted":[]
            an item permitted twice          | "permitted":["HOUSING"]        | "permitted":["HOUSING","HOUSING"]
            an item permitted and refused    | "permitted":["HOUSING"]        | "permitted":["HEALTH"]
            a permit for something else      | "permitted":["HOUSING"]        | "permitted":["OTHER"]
            a permit without a basis         | "bases":{"HOUSING":            | "bases":{"HEALTH":
            an empty list of bases           | [{"code":"statutory_task","article":"https://example.org/b"}] | []
            a refusal without a reason       | [{"code":"health_without_basis","article":"https://example.org/a"}] | []
            a reason without its article     | ,"article":"https://example.org/a" |
            an obligation nobody knows       | "no_onward_use"                | "sing_a_song"
            an obligation for a refused item | "items":["HOUSING"]            | "items":["HEALTH"]
            help for a permitted item        | "would_help":{"HEALTH"         | "would_help":{"HOUSING"
            a time that has passed           | 1790000000                     | 1000000000
            a time that is a text            | 1790000000                     | "soon"
            a member twice                   | "gaps":[],                     | "gaps":[],"gaps":[],
            something after the answer       | }}}}]                          | }}}}] true
            an answer cut short              | }}}}]                          | }}}}
            a list of gaps that is none      | "gaps":[]                      | "gaps":{}
            """)
    void an_answer_with(String what, String part, String instead) {
        var other = SOUND.replace(part, instead == null ? "" : instead);
        assertThat(other).as("the test changes something").isNotEqualTo(SOUND);

        assertThatThrownBy(() -> read(other)).as(what).isInstanceOf(DecisionUnavailable.class);
    }

    @Test
    void no_answer_at_all_is_no_decision() {
        for (var nothing : List.of("", "[]", "{}", "null", "[null]", "[{}]", "[{\"result\":{}},{\"result\":{}}]")) {
            assertThatThrownBy(() -> read(nothing)).as(nothing).isInstanceOf(DecisionUnavailable.class);
        }
    }

    private Decision read(String answer) {
        var named = answer.replace("RECIPIENT", Questions.PROBATION.value())
                .replace("\"HOUSING\"", '"' + HOUSING.id().value() + '"')
                .replace("\"HEALTH\"", '"' + HEALTH.id().value() + '"')
                .replace(
                        "\"OTHER\"",
                        '"' + Questions.item("CARE", AnswerType.KNOWN).id().value() + '"');
        return reader.read(named.getBytes(UTF_8), QUESTION, QuestionBytes.of(QUESTION));
    }
}
