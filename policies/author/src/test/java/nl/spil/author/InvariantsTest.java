package nl.spil.author;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class InvariantsTest {
    private final Matrix matrix = new Matrix(Rules.FOLDER, Rules.BUNDLE.tables());
    private final List<Invariant> invariants = Invariant.all(Rules.FOLDER, matrix);

    @Test
    void the_rules_keep_every_invariant_in_a_sample_of_the_matrix() {
        var result = new Invariants(matrix, invariants, Rules::engine).check(false, (_, _) -> {});

        assertThat(result.broken()).isEmpty();
        assertThat(result.findings()).hasSizeGreaterThanOrEqualTo(20);
    }

    @TestFactory
    Stream<DynamicTest> a_judge_who_tosses_a_coin_breaks_every_invariant() {
        var result = new Invariants(matrix, invariants, Coin::new).check(false, (_, _) -> {});

        return result.findings().stream()
                .map(finding -> DynamicTest.dynamicTest(finding.invariant().name(), () -> {
                    assertThat(finding.holds()).isFalse();
                    assertThat(finding.example()).isPresent();
                }));
    }

    @Test
    void the_name_of_an_invariant_is_its_title() {
        assertThat(invariants).allSatisfy(invariant -> {
            var plain = invariant.english().toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
            assertThat(invariant.name()).isEqualTo(plain);
        });
    }

    /** Permits half of everything, differently for every question, on no basis and with no obligation. */
    private static final class Coin implements Judge {
        @Override
        public JsonNode permitted(JsonNode question) {
            var tossed = question.toString().hashCode();
            var permitted = JsonNodeFactory.instance.objectNode();
            for (var subject : question.path("subjects")) {
                var items = permitted.putArray(subject.path("oin").asString());
                for (var item : question.at("/resource/items")) {
                    if (item.has("id") && heads(tossed, subject, item)) {
                        items.add(item.path("id").asString());
                    }
                }
            }
            return permitted;
        }

        private static boolean heads(int tossed, JsonNode subject, JsonNode item) {
            return new SplittableRandom(31L * (31L * tossed + subject.hashCode()) + item.hashCode()).nextBoolean();
        }

        @Override
        public JsonNode answer(JsonNode question) {
            ObjectNode answer = JsonNodeFactory.instance.objectNode();
            answer.putObject("subjects");
            return answer;
        }
    }
}
