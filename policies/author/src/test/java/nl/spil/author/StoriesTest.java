package nl.spil.author;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

class StoriesTest {
    @TestFactory
    Stream<DynamicTest> the_rules_answer_every_story_as_it_is_written() {
        return Story.all().stream()
                .map(story -> DynamicTest.dynamicTest(
                        story.title(), () -> check(story, WasmEngine.shared().answer(story.question()))));
    }

    @Test
    void the_name_of_a_story_is_its_title() {
        assertThat(Story.all()).allSatisfy(story -> {
            var plain = story.title().toLowerCase(Locale.ROOT).replace("'", "").replaceAll("[^a-z0-9]+", "-");
            assertThat(story.file()).isEqualTo(plain.replaceAll("^-|-$", ""));
        });
    }

    @Test
    void there_are_stories_of_every_reason_and_every_basis() {
        var reasons = new ArrayList<String>();
        var bases = new ArrayList<String>();

        for (var story : Story.all()) {
            for (var expected : story.expected().values()) {
                expected.path("refuses").forEach(codes -> codes.forEach(code -> reasons.add(code.asString())));
                expected.path("bases").forEach(codes -> codes.forEach(code -> bases.add(code.asString())));
            }
        }

        assertThat(reasons).containsAll(names("refusals"));
        assertThat(bases).containsAll(names("bases"));
    }

    /** A story names every recipient and, for each, every item; the rest it names when it is what the story is about. */
    static void check(Story story, JsonNode answer) {
        assertThat(answer.get("subjects").propertyNames())
                .containsExactlyInAnyOrderElementsOf(story.expected().keySet());
        story.expected().forEach((recipient, expected) -> {
            var actual = answer.get("subjects").get(recipient);
            assertThat(texts(actual.get("permitted"))).isEqualTo(texts(expected.get("permits")));
            assertThat(codes(actual.get("refused"))).isEqualTo(codes(expected.get("refuses")));
            if (expected.has("bases")) {
                assertThat(codes(actual.get("bases"))).isEqualTo(codes(expected.get("bases")));
            }
            if (expected.has("obligations")) {
                assertThat(actual.get("obligations")
                                .valueStream()
                                .map(one -> one.get("code").asString()))
                        .containsExactlyElementsOf(texts(expected.get("obligations")));
            }
            if (expected.has("would_help")) {
                assertThat(codes(actual.get("would_help"))).isEqualTo(codes(expected.get("would_help")));
            }
            assertThat(texts(actual.get("gaps"))).isEqualTo(texts(expected.path("gaps")));
            if (expected.has("valid_until")) {
                assertThat(actual.get("valid_until").asLong())
                        .isEqualTo(expected.get("valid_until").asLong());
            }
        });
    }

    private static List<String> names(String folder) {
        return Project.folders(folder).stream()
                .map(path -> path.getFileName().toString())
                .toList();
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }

    private static Map<String, List<String>> codes(JsonNode byItem) {
        var codes = new TreeMap<String, List<String>>();
        byItem.properties()
                .forEach(item -> codes.put(
                        item.getKey(),
                        item.getValue()
                                .valueStream()
                                .map(one -> one.isObject() ? one.get("code").asString() : one.asString())
                                .toList()));
        return codes;
    }
}
