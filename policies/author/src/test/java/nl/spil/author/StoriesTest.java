package nl.spil.author;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class StoriesTest {
    @TestFactory
    Stream<DynamicTest> the_rules_answer_every_story_as_it_is_written() {
        var engine = Rules.engine();
        return Story.all(Rules.FOLDER).stream()
                .map(story -> DynamicTest.dynamicTest(
                        story.title(),
                        () -> assertThat(StoryCheck.differences(story, engine.answer(story.question())))
                                .isEmpty()));
    }

    @Test
    void the_name_of_a_story_is_its_title() {
        assertThat(Story.all(Rules.FOLDER)).allSatisfy(story -> {
            var plain = story.title().toLowerCase(Locale.ROOT).replace("'", "").replaceAll("[^a-z0-9]+", "-");
            assertThat(story.file()).isEqualTo(plain.replaceAll("^-|-$", ""));
        });
    }

    @Test
    void there_are_stories_of_every_reason_and_every_basis() {
        var reasons = new ArrayList<String>();
        var bases = new ArrayList<String>();

        for (var story : Story.all(Rules.FOLDER)) {
            for (var expected : story.expected().values()) {
                expected.path("refuses").forEach(codes -> codes.forEach(code -> reasons.add(code.asString())));
                expected.path("bases").forEach(codes -> codes.forEach(code -> bases.add(code.asString())));
            }
        }

        assertThat(reasons).containsAll(names("refusals"));
        assertThat(bases).containsAll(names("bases"));
    }

    private static List<String> names(String folder) {
        return Rules.FOLDER.folders(folder);
    }
}
