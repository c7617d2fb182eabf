package nl.spil.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The committed rules, evaluated by a real OPA server. */
class OpaDecisionPointIT extends PolicyDecisionPointContract {
    private static final int COUNT = 3_200;
    private static final PolicyBundle BUNDLE = PolicyBundle.committed();

    private static @Nullable RealOpa opa;
    private static @Nullable OpaDecisionPoint point;

    @BeforeAll
    static void start() {
        opa = RealOpa.startOrSkip();
        point = new OpaDecisionPoint(opa.address(), BUNDLE, Duration.ofSeconds(20));
    }

    @AfterAll
    static void stop() {
        if (point != null && opa != null) {
            point.close();
            opa.close();
        }
    }

    @Override
    PolicyDecisionPoint point() {
        return Objects.requireNonNull(point);
    }

    @Test
    void whatever_is_asked_both_engines_decide_the_same() {
        var embedded = RealPolicies.decisionPoint();
        var permits = 0;

        for (var question : new SeededQuestions(20261125, BUNDLE).take(COUNT)) {
            var decision = point().decide(question);
            assertThat(decision).isEqualTo(embedded.decide(question));
            permits += decision.answers().values().stream()
                            .anyMatch(answer -> !answer.permitted().isEmpty())
                    ? 1
                    : 0;
        }

        assertThat(permits).as("questions in which something is permitted").isBetween(COUNT / 20, COUNT * 9 / 10);
    }
}
