package nl.spil.author;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What only a real opa can say of the rules. */
class OpaTest {
    private final Opa opa = Rules.opaOrSkip();
    private final OpaChecks checks = new OpaChecks(Rules.FOLDER, opa);

    @TempDir
    private Path folder;

    @Test
    void the_rules_are_formatted() {
        checks.formatted();
    }

    @Test
    void the_rules_ask_nothing_that_a_question_cannot_have_and_use_nothing_that_the_broker_lacks() {
        checks.checked();
    }

    @Test
    void the_tests_of_the_rules_pass_and_cover_them() {
        checks.tested();
    }

    @TestFactory
    Stream<DynamicTest> a_real_opa_answers_every_story_as_it_is_written() throws IOException {
        var stories = Story.all(Rules.FOLDER);
        var answers = Batch.answers(
                opa,
                folder,
                stories.stream().map(story -> story.question().toString()).toList());

        return stories.stream()
                .map(story -> DynamicTest.dynamicTest(
                        story.title(),
                        () -> assertThat(StoryCheck.differences(story, answers.get(stories.indexOf(story))))
                                .isEmpty()));
    }

    @Test
    void questions_and_answers_have_the_shape_of_their_schemas() throws IOException {
        var pairs = new ArrayList<String>();
        var engine = Rules.engine();
        for (var story : Story.all(Rules.FOLDER)) {
            pairs.add("{\"question\":" + story.question() + ",\"answer\":" + engine.answer(story.question()) + "}");
        }
        var data = folder.resolve("pairs.json");
        Files.writeString(
                data,
                "{\"question\":" + text("question.schema.json") + ",\"answer\":" + text("answer.schema.json")
                        + ",\"pairs\":[" + String.join(",", pairs) + "]}");

        var unfit = opa.run(List.of("eval", "--format", "raw", "--data", data.toString(), """
                [problems | some pair in data.pairs; some name in ["question", "answer"]
                  [fits, problems] := json.match_schema(pair[name], data[name]); fits == false]"""));

        assertThat(unfit.strip()).isEqualTo("[]");
    }

    private static String text(String name) {
        return new String(Rules.BUNDLE.file(name), StandardCharsets.UTF_8);
    }
}
