package nl.spil.author;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What only a real opa can say of the rules. */
class OpaTest {
    private final Opa opa = Opa.orSkip();

    @TempDir
    private Path folder;

    @Test
    void the_rules_are_formatted() {
        assertThat(opa.run(with("fmt", "--list", rules(""))).strip()).isEmpty();
    }

    @Test
    void the_rules_ask_nothing_that_a_question_cannot_have_and_use_nothing_that_the_broker_lacks() {
        opa.run(with(
                "check",
                "--strict",
                "--schema",
                "disclosure/question.schema.json",
                "--capabilities",
                "capabilities.json",
                ownRules()));
    }

    @Test
    void the_tests_of_the_rules_pass_and_cover_them() {
        var report = Json.read(opa.run(with("test", "--coverage", rulesAndTables())));

        assertThat(report.get("coverage").asDouble()).isGreaterThanOrEqualTo(95);
    }

    @TestFactory
    Stream<DynamicTest> a_real_opa_answers_every_story_as_it_is_written() throws IOException {
        var stories = Story.all();
        var answers = Batch.answers(
                opa,
                folder,
                stories.stream().map(story -> story.question().toString()).toList());

        return stories.stream()
                .map(story -> DynamicTest.dynamicTest(
                        story.title(), () -> StoriesTest.check(story, answers.get(stories.indexOf(story)))));
    }

    @Test
    void questions_and_answers_have_the_shape_of_their_schemas() throws IOException {
        var pairs = new ArrayList<String>();
        for (var story : Story.all()) {
            pairs.add("{\"question\":" + story.question() + ",\"answer\":"
                    + WasmEngine.shared().answer(story.question()) + "}");
        }
        var data = folder.resolve("pairs.json");
        Files.writeString(
                data,
                "{\"question\":" + Bundle.text("question.schema.json") + ",\"answer\":"
                        + Bundle.text("answer.schema.json") + ",\"pairs\":[" + String.join(",", pairs) + "]}");

        var unfit = opa.run(List.of("eval", "--format", "raw", "--data", data.toString(), """
                [problems | some pair in data.pairs; some name in ["question", "answer"]
                  [fits, problems] := json.match_schema(pair[name], data[name]); fits == false]"""));

        assertThat(unfit.strip()).isEqualTo("[]");
    }

    @Test
    void building_again_gives_the_same_bundle() throws IOException {
        opa.run(with(
                "build",
                "--target",
                "wasm",
                "--entrypoint",
                "spil/disclosure/answer",
                "--capabilities",
                "capabilities.json",
                "--output",
                folder.resolve("bundle.tar.gz").toString(),
                rulesAndTablesOfBundle()));

        var unpack = new ProcessBuilder("tar", "-xzf", "bundle.tar.gz", "/policy.wasm")
                .directory(folder.toFile())
                .start();

        assertThat(unpack.onExit().join().exitValue()).isZero();
        assertThat(Files.readAllBytes(folder.resolve("policy.wasm"))).isEqualTo(Bundle.bytes("policy.wasm"));
    }

    static List<String> rulesAndTables() {
        return Stream.concat(rules("").stream(), tables().stream()).toList();
    }

    private static List<String> rulesAndTablesOfBundle() {
        return Stream.concat(ownRules().stream(), tables().stream()).toList();
    }

    private static List<String> ownRules() {
        return rules("").stream()
                .filter(name -> !name.endsWith("_test.rego") && !name.startsWith("meta/"))
                .toList();
    }

    private static List<String> rules(String folder) {
        return Project.files(folder, name -> name.endsWith(".rego"));
    }

    private static List<String> tables() {
        return Project.files("tables", name -> name.endsWith(".yaml") && !name.endsWith("/texts.yaml"));
    }

    private static List<String> with(Object... parts) {
        return Arrays.stream(parts)
                .flatMap(part ->
                        part instanceof List<?> list ? list.stream().map(Object::toString) : Stream.of(part.toString()))
                .toList();
    }
}
