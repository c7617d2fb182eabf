package nl.spil.decision;

import static nl.spil.decision.Questions.item;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import nl.spil.protocol.AnswerType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The committed rules, evaluated as the broker does it. */
class WasmDecisionPointTest extends PolicyDecisionPointContract {
    private static final PolicyBundle BUNDLE = PolicyBundle.committed();
    private static final WasmProgram PROGRAM = new WasmProgram(BUNDLE);
    private static final InstancePool INSTANCES = new InstancePool(PROGRAM, 2, Duration.ofSeconds(20));
    private static final PolicyDecisionPoint POINT =
            new WasmDecisionPoint(INSTANCES, new AnswerReader(BUNDLE.version(), BUNDLE.obligations()));

    @AfterAll
    static void close() {
        INSTANCES.close();
    }

    @Override
    PolicyDecisionPoint point() {
        return POINT;
    }

    @Test
    void many_at_once_each_get_the_answer_to_their_own_question() throws Exception {
        var questions = List.of(
                Questions.ofSixItems(),
                Questions.about(item("HEALTH", AnswerType.SUMMARY)),
                Questions.about(item("HOUSING", AnswerType.STATUS), item("CARE", AnswerType.YES_NO)),
                Questions.about(List.of(Questions.probation()), item("HEALTH", AnswerType.DOCUMENT)));
        var expected = questions.stream().map(POINT::decide).toList();

        var decided = new ArrayList<Decision>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asking = new ArrayList<Callable<Decision>>();
            for (var i = 0; i < 2_000; i++) {
                var question = questions.get(i % questions.size());
                asking.add(() -> patiently(question));
            }
            for (var answer : threads.invokeAll(asking)) {
                decided.add(answer.get());
            }
        }

        for (var i = 0; i < decided.size(); i++) {
            assertThat(decided.get(i)).isEqualTo(expected.get(i % expected.size()));
        }
    }

    /** Two thousand waiting for two instances: not all of them are served within the deadline. */
    private static Decision patiently(Question question) throws InterruptedException {
        for (var attempt = 0; attempt < 200; attempt++) {
            try {
                return POINT.decide(question);
            } catch (DecisionUnavailable busy) {
                Thread.sleep(50);
            }
        }
        return POINT.decide(question);
    }

    @Test
    void what_is_read_where_it_lies_is_what_the_rules_would_write() {
        var instance = PROGRAM.instance();

        assertThat(instance.readsInPlace()).isTrue();
        for (var question : new SeededQuestions(11, BUNDLE).take(500)) {
            var bytes = QuestionBytes.of(question).unsafe();
            var read = JsonMapper.shared().readTree(instance.result(bytes).toString());
            assertThat(read).isEqualTo(JsonMapper.shared().readTree(instance.answer(bytes)));
        }
    }

    @Test
    void what_is_no_json_is_no_question_either_way() {
        var instance = PROGRAM.instance();

        assertThatThrownBy(() -> instance.result("{".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void an_evaluation_that_takes_too_long_is_stopped_and_the_next_one_is_answered() {
        try (var hasty = new InstancePool(PROGRAM, 1, Duration.ofNanos(100))) {
            var question = QuestionBytes.of(Questions.ofSixItems()).unsafe();

            assertThatThrownBy(() -> {
                        for (var i = 0; i < 100_000; i++) {
                            hasty.answer(question);
                        }
                    })
                    .isInstanceOf(DecisionUnavailable.class);
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
        }
    }

    @Test
    void what_is_no_question_is_not_answered_with_a_permit() {
        var answered = new String(
                INSTANCES.answer("{}".getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                java.nio.charset.StandardCharsets.UTF_8);

        assertThat(answered).doesNotContain("permitted");
    }
}
