package nl.spil.author;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** One question, one answer, whichever engine is asked; without a real opa, the answers one gave earlier. */
class ParityTest {
    private static final int SEEDED = 3_200;
    private static final int PER_DIGEST = 100;
    private static final Path GOLDEN =
            Rules.FOLDER.file("author/src/test/resources/nl/spil/author/golden-answers.json");

    private static List<String> questions = List.of();
    private static List<String> answers = List.of();

    @TempDir
    private Path folder;

    @BeforeAll
    static void ask_the_engine_of_the_broker() {
        questions = Stream.concat(
                        Story.all(Rules.FOLDER).stream()
                                .map(story -> story.question().toString()),
                        new Questions(20261101, Rules.BUNDLE.tables()).mixture(SEEDED).stream())
                .toList();
        var engine = Rules.engine();
        answers = questions.stream().map(engine::answer).map(Json::canonical).toList();
    }

    @Test
    void a_real_opa_gives_the_same_answers() throws IOException {
        var opa = Rules.opaOrSkip();

        var given = Batch.answers(opa, folder, questions);

        var different = IntStream.range(0, questions.size())
                .filter(at -> !Json.canonical(given.get(at)).equals(answers.get(at)))
                .mapToObj(at -> questions.get(at) + "\n  here:  " + answers.get(at) + "\n  there: " + given.get(at))
                .toList();
        assertThat(different).isEmpty();
        if ("write".equals(System.getProperty("spil.golden"))) {
            Files.createDirectories(GOLDEN.getParent());
            Files.writeString(GOLDEN, golden());
        }
    }

    @Test
    void the_answers_are_those_a_real_opa_gave_when_the_rules_last_changed() throws IOException {
        assertThat(Json.canonical(Json.read(golden()))).isEqualTo(Json.canonical(Json.read(Files.readString(GOLDEN))));
    }

    @Test
    void the_mixture_permits_and_refuses_enough_to_mean_something() {
        var permits = answers.stream()
                .map(Json::read)
                .filter(ParityTest::permitsSomething)
                .count();
        var codes = new ArrayList<String>();
        answers.forEach(answer -> Json.read(answer).findValues("code").forEach(code -> codes.add(code.asString())));

        assertThat(permits).isBetween(questions.size() / 10L, questions.size() * 9L / 10);
        assertThat(codes).containsAll(Rules.FOLDER.folders("refusals"));
        assertThat(codes).containsAll(Rules.FOLDER.folders("bases"));
    }

    @Test
    void nothing_of_a_question_stays_in_the_engine() {
        var engine = Rules.engine();
        var again = new ArrayList<String>();

        for (var question : questions.subList(0, 800).reversed()) {
            again.add(Json.canonical(engine.answer(question)));
        }

        assertThat(again.reversed()).isEqualTo(answers.subList(0, 800));
    }

    /** A real opa reads another character in its place; no answer is a refusal, so that this difference is safe. */
    @Test
    void text_that_is_no_text_has_no_answer() {
        var question = questions.getFirst().replace("\"case\"", "\"\\ud800\"");

        assertThatThrownBy(() -> Rules.engine().answer(question)).isInstanceOf(EngineStopped.class);
    }

    private static boolean permitsSomething(JsonNode answer) {
        return answer.get("subjects")
                .valueStream()
                .anyMatch(part -> !part.get("permitted").isEmpty());
    }

    private static String golden() {
        var golden = JsonNodeFactory.instance.objectNode();
        golden.put("questions", Json.digest(String.join("\n", questions)));
        var digests = golden.putArray("answers");
        for (var from = 0; from < questions.size(); from += PER_DIGEST) {
            digests.add(Json.digest(
                    String.join("\n", answers.subList(from, Math.min(from + PER_DIGEST, answers.size())))));
        }
        var examples = golden.putArray("examples");
        for (var at = 0; at < 36; at += 9) {
            var example = examples.addObject();
            example.set("question", Json.read(questions.get(at)));
            example.set("answer", Json.read(answers.get(at)));
        }
        return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(golden) + "\n";
    }
}
