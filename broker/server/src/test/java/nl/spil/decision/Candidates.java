package nl.spil.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Rules of the next revision that differ from the committed ones in one thing, for tests of other modules. */
public final class Candidates {
    private Candidates() {}

    /** With other tables. */
    public static BundleArchive withTables(UnaryOperator<String> change) {
        return TestBundles.changed(1, "data.json", change);
    }

    /** With other obligations than the rules lay down. */
    public static BundleArchive withObligations(String json) {
        return TestBundles.changed(1, "obligations.json", _ -> json);
    }

    /** A question with one item, for two recipients, as it is kept. */
    public static byte[] question() {
        return QuestionBytes.of(Questions.about(Questions.item("HEALTH", nl.spil.protocol.AnswerType.SUMMARY)))
                .json();
    }

    /** A question about six items for two recipients, of a case of its own. */
    public static Question exchange() {
        return Questions.ofSixItems();
    }

    /** Puts a story, as it is written in policies/cases, to the committed rules; fails when they answer otherwise. */
    public static void mustAnswer(JsonNode story) {
        try (var rules = Rehearsal.of(BundleArchive.committed(), 1)) {
            var subjects = rules.say(inSeconds(story.required("given"))).required("subjects");
            assertThat(subjects.propertyNames())
                    .isEqualTo(story.required("expect").propertyNames());
            story.required("expect").properties().forEach(expected -> {
                var found = subjects.required(expected.getKey());
                assertThat(found.required("permitted"))
                        .isEqualTo(expected.getValue().required("permits"));
                assertThat(codes(found.required("refused")))
                        .isEqualTo(expected.getValue().required("refuses").toString());
                assertThat(codes(found.required("bases")))
                        .isEqualTo(expected.getValue().required("bases").toString());
            });
        }
    }

    private static String codes(JsonNode perItem) {
        var codes = JsonNodeFactory.instance.objectNode();
        perItem.properties().forEach(item -> {
            var list = codes.putArray(item.getKey());
            item.getValue().forEach(rule -> list.add(rule.required("code")));
        });
        return codes.toString();
    }

    private static JsonNode inSeconds(JsonNode node) {
        var text = Pattern.compile("\"(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ)\"")
                .matcher(node.toString())
                .replaceAll(
                        moment -> Long.toString(Instant.parse(moment.group(1)).getEpochSecond()));
        return JsonMapper.shared().readTree(text);
    }

    /** The same rules. */
    public static BundleArchive unchanged() {
        return TestBundles.later(1);
    }
}
