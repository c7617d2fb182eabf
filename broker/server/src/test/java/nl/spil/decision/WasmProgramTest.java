package nl.spil.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import nl.spil.protocol.AnswerType;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class WasmProgramTest {
    private static final String HEALTH = "/spil/tables/sharing/case-consultation/MENTAL_HEALTH_CARE/HEALTH/recipients";

    @Test
    void bundles_that_share_their_rules_keep_their_tables_apart() {
        var question = Questions.about(Questions.item("HEALTH", AnswerType.SUMMARY));
        var narrower = TestBundles.changed(1, "data.json", tables -> {
            var tree = JsonMapper.shared().readTree(tables);
            ((ObjectNode) tree.at(HEALTH)).remove("MUNICIPAL_EXECUTIVE");
            return tree.toString();
        });

        var before = decided(TestBundles.COMMITTED, question);
        var other = decided(narrower, question);
        var again = decided(TestBundles.COMMITTED, question);

        assertThat(before.of(Questions.MUNICIPALITY).permitted()).hasSize(1);
        assertThat(other.of(Questions.MUNICIPALITY).permitted()).isEmpty();
        assertThat(again).isEqualTo(before);
    }

    private static Decision decided(BundleArchive archive, Question question) {
        var bundle = archive.bundle();
        try (var instances = new InstancePool(new WasmProgram(bundle), 1, Duration.ofSeconds(20))) {
            return new WasmDecisionPoint(instances, new AnswerReader(bundle.version(), bundle.obligations()))
                    .decide(question);
        }
    }
}
