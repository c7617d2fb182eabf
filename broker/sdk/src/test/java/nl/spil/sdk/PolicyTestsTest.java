package nl.spil.sdk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** A report of tests is summed up as it is, and never as greener. */
class PolicyTestsTest {
    private static final String GREEN = """
            {"passed": true, "revision": 2, "stories": {"count": 48, "failed": []},
             "missingFacts": {"count": 3000, "failed": []},
             "invariants": {"count": 16, "asked": 9, "whole": true, "failed": []}, "opa": {"objections": []}}""";

    @Test
    void a_green_report_is_green() {
        var tests = PolicyTests.of(GREEN.getBytes(UTF_8));

        assertThat(tests.passed()).isEqualTo(3048);
        assertThat(tests.invariants()).isEqualTo(16);
        assertThat(tests.failed() + tests.violated()).isZero();
        assertThat(tests.revision()).isEqualTo(2);
    }

    @Test
    void whatever_failed_is_counted() {
        assertThat(of("\"stories\": {\"count\": 48, \"failed\": []}", "\"stories\": {\"count\": 48, \"failed\": [{}]}")
                        .failed())
                .isOne();
        assertThat(of("\"whole\": true, \"failed\": []", "\"whole\": true, \"failed\": [{}, {}]")
                        .violated())
                .isEqualTo(2);
        assertThat(of("{\"objections\": []}", "{\"objections\": [\"x\"]}").failed())
                .isOne();
        assertThat(of("\"passed\": true", "\"passed\": false").failed()).isOne();
    }

    @Test
    void what_is_no_report_is_none() {
        for (var text : new String[] {"", "{}", "[]", "{\"passed\": true}"}) {
            assertThatThrownBy(() -> PolicyTests.of(text.getBytes(UTF_8))).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static PolicyTests of(String green, String red) {
        assertThat(GREEN).contains(green);
        return PolicyTests.of(GREEN.replace(green, red).getBytes(UTF_8));
    }
}
