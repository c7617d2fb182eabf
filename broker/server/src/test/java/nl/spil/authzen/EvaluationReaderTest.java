package nl.spil.authzen;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import nl.spil.authzen.Evaluations.Semantic;
import nl.spil.problem.Rejected;
import nl.spil.protocol.Checked;
import nl.spil.protocol.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvaluationReaderTest {
    private static final String WHOLE = """
            {"subject":{"type":"user","id":"alice"},"action":{"name":"read"},"resource":{"type":"record","id":"1"}}""";

    @Test
    void what_the_standard_does_not_know_is_passed_over() {
        var more = WHOLE.replaceFirst("\\{", "{\"future\":{\"a\":[1.5,null]},")
                .replace("\"id\":\"1\"", "\"id\":\"1\",\"x\":0");

        var read = read(more).evaluation();

        assertThat(read.subject()).isEqualTo(new Entity("user", "alice"));
        assertThat(read.action()).isEqualTo("read");
        assertThat(read.whole().propertyNames()).containsExactly("subject", "action", "resource");
    }

    @Test
    void everything_that_is_missing_comes_out_at_once() {
        var refused = refused("{\"subject\":\"alice\",\"action\":{\"name\":123},\"resource\":{\"type\":\"record\"}}");

        assertThat(refused.problems())
                .extracting(Problem::pointer)
                .containsExactlyInAnyOrder("/subject", "/action/name", "/resource/id");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "null",
                "{} {}",
                "{\"subject\":{},\"subject\":{}}",
                "{\"subject\":{\"type\":\"user\",\"id\":\"a\",\"properties\":[]},\"action\":{\"name\":\"read\"},"
                        + "\"resource\":{\"type\":\"record\",\"id\":\"1\"}}",
                "{\"subject\":{\"type\":\"user\",\"id\":\"a\"},\"action\":{\"name\":\"read\"},"
                        + "\"resource\":{\"type\":\"record\",\"id\":\"1\"},\"context\":\"now\"}"
            })
    void what_is_no_question_is_refused_as_a_whole(String body) {
        assertThat(refused(body).type().status()).isEqualTo(400);
    }

    @Test
    void a_body_that_nests_too_deep_is_refused() {
        assertThat(refused("{\"context\":" + "[".repeat(40) + "]".repeat(40) + "}")
                        .type()
                        .status())
                .isEqualTo(400);
    }

    @Test
    void a_part_of_its_own_replaces_the_default_and_may_leave_out_what_identifies_it() {
        var read = evaluations("""
                {"subject":{"type":"user","id":"alice","properties":{"role":"admin"}},"action":{"name":"write"},
                 "resource":{"type":"record","properties":{"status":"active"}},"context":{"time":"now"},
                 "evaluations":[{"resource":{"id":"1","properties":{"status":"archived"}}},
                                {"subject":{"id":"bob"},"resource":{"type":"x","id":"2"},"context":{}}]}""");

        var first = sound(read, 0);
        var second = sound(read, 1);
        assertThat(first.resource()).isEqualTo(new Entity("record", "1"));
        assertThat(first.propertiesOf("resource").path("status").asString("")).isEqualTo("archived");
        assertThat(first.propertiesOf("subject").path("role").asString("")).isEqualTo("admin");
        assertThat(first.context().path("time").asString("")).isEqualTo("now");
        assertThat(second.subject()).isEqualTo(new Entity("user", "bob"));
        assertThat(second.propertiesOf("subject")).isEmpty();
        assertThat(second.context()).isEmpty();
    }

    @Test
    void one_question_put_wrongly_leaves_the_others_alone() {
        var read = evaluations("""
                {"subject":{"type":"user","id":"alice"},"action":{"name":"read"},
                 "evaluations":[{"resource":{"type":"record","id":"1"}},{},7]}""");

        assertThat(read.all()).extracting(Checked::isSound).containsExactly(true, false, false);
    }

    @Test
    void without_a_list_the_message_is_itself_the_question() {
        assertThat(read(WHOLE).evaluations()).isEmpty();
        assertThat(read(WHOLE.replaceFirst("\\{", "{\"evaluations\":[],")).evaluations())
                .isEmpty();
    }

    @Test
    void a_semantic_is_one_of_three_and_written_as_the_standard_writes_it() {
        assertThat(evaluations("{\"evaluations\":[{}]}").semantic()).isEqualTo(Semantic.EXECUTE_ALL);
        assertThat(evaluations("{\"evaluations\":[{}],\"options\":{\"evaluations_semantic\":\"deny_on_first_deny\"}}")
                        .semantic())
                .isEqualTo(Semantic.DENY_ON_FIRST_DENY);
        for (var wrong : List.of("\"DENY_ON_FIRST_DENY\"", "\"all\"", "1")) {
            var message = read("{\"evaluations\":[{}],\"options\":{\"evaluations_semantic\":" + wrong + "}}");
            assertThat(catchThrowableOfType(Rejected.class, message::evaluations))
                    .isNotNull();
        }
    }

    @Test
    void more_questions_than_a_message_may_hold_are_refused() {
        var list = "{},".repeat(128) + "{}";

        assertThat(catchThrowableOfType(Rejected.class, read("{\"evaluations\":[" + list + "]}")::evaluations))
                .isNotNull();
    }

    private static EvaluationReader read(String body) {
        return EvaluationReader.of(body.getBytes(UTF_8));
    }

    private static Evaluations evaluations(String body) {
        return read(body).evaluations().orElseThrow();
    }

    private static Evaluation sound(Evaluations evaluations, int index) {
        return evaluations.all().get(index).orThrow();
    }

    private static Rejected refused(String body) {
        return catchThrowableOfType(Rejected.class, () -> read(body).evaluation());
    }
}
