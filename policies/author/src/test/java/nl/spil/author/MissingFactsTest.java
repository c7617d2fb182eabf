package nl.spil.author;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What is missing, mistyped, unknown, said twice or only looks like a word of the rules never widens. */
class MissingFactsTest {
    private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;
    private static final int SEEDED = 60;

    private final Engine engine = Rules.engine();

    @Test
    void no_question_permits_more_when_any_one_of_its_facts_is_taken_away() {
        questions().forEach(question -> {
            var whole = permitted(question);
            for (var lacking : MissingFacts.each(question)) {
                assertThat(whole).as(lacking.toString()).containsAll(permitted(lacking));
            }
        });
    }

    @Test
    void no_story_permits_more_when_a_fact_has_another_type() {
        stories().forEach(question -> {
            for (var path : MissingFacts.paths(question)) {
                for (var wrong : List.of(
                        MAKE.nullNode(),
                        MAKE.arrayNode().add("x"),
                        MAKE.objectNode().put("x", 1),
                        MAKE.stringNode(""))) {
                    var mistaken = question.deepCopy();
                    set(mistaken, path, wrong);
                    assertThat(newly(question, mistaken))
                            .as(mistaken.toString())
                            .isEmpty();
                }
            }
        });
    }

    @Test
    void no_story_permits_more_when_a_word_only_looks_like_one_of_the_rules() {
        stories().forEach(question -> {
            for (var path : MissingFacts.paths(question)) {
                for (var look : List.<UnaryOperator<String>>of(
                        word -> word + "\u200b",
                        word -> word.replace('A', '\u0410').replace('a', '\u0430'),
                        word -> word.replace('O', '\u039f').replace('o', '\u03bf'),
                        word -> "\u202e" + word,
                        word -> word + " ")) {
                    var odd = question.deepCopy();
                    if (reword(odd, path, look)) {
                        assertThat(newly(question, odd)).as(odd.toString()).isEmpty();
                    }
                }
            }
        });
    }

    @Test
    void no_story_permits_more_with_members_that_no_question_has() {
        stories().forEach(question -> {
            var more = question.deepCopy();
            Questions.places(more).stream()
                    .map(Questions.Place::value)
                    .filter(ObjectNode.class::isInstance)
                    .forEach(object -> ((ObjectNode) object)
                            .put("override", true)
                            .put("emergency", true)
                            .put("Admitted", true)
                            .put("consented", "HEALTH"));

            assertThat(permitted(more)).isEqualTo(permitted(question));
        });
    }

    @Test
    void a_member_that_is_said_twice_counts_once_and_it_is_never_the_one_that_widens_unnoticed() {
        var question = stories().toList().getFirst().toString();
        var twice = question.replaceFirst("\"goalSet\":true", "\"goalSet\":true,\"goalSet\":false");

        assertThat(twice).isNotEqualTo(question);
        assertThat(engine.answer(twice).findValues("permitted")).allMatch(JsonNode::isEmpty);
    }

    @Test
    void two_items_of_one_category_are_judged_apart() {
        var story = Story.all(Rules.FOLDER).stream()
                .filter(one -> one.file().startsWith("a-yes-or-no-and-a-document"))
                .findFirst()
                .orElseThrow();
        var question = (ObjectNode) story.question();
        var together = permitted(question);

        for (var item : question.at("/resource/items")) {
            var alone = question.deepCopy();
            alone.withArray("/resource/items").removeAll().add(item);
            var id = " " + item.get("id").asString();
            assertThat(permitted(alone)).isEqualTo(only(together, id));
        }
    }

    private static Set<String> only(Set<String> permitted, String ending) {
        var only = new HashSet<>(permitted);
        only.removeIf(one -> !one.endsWith(ending));
        return only;
    }

    private Stream<ObjectNode> questions() {
        var seeded = new Questions(20261128, Rules.BUNDLE.tables());
        return Stream.concat(stories(), IntStream.range(0, SEEDED).mapToObj(_ -> seeded.wellFormed()));
    }

    private static Stream<ObjectNode> stories() {
        return Story.all(Rules.FOLDER).stream().map(story -> (ObjectNode) story.question());
    }

    /** What is permitted about words that were in the question before; a new name is nobody's. */
    private Set<String> newly(ObjectNode before, ObjectNode now) {
        var names = permitted(now);
        names.removeAll(permitted(before));
        names.removeIf(name -> !before.toString().contains("\"" + name.split(" ", 2)[0] + "\"")
                || !before.toString().contains("\"" + name.split(" ", 2)[1] + "\""));
        return names;
    }

    private Set<String> permitted(JsonNode question) {
        var permitted = new HashSet<String>();
        engine.permitted(question)
                .properties()
                .forEach(recipient ->
                        recipient.getValue().forEach(id -> permitted.add(recipient.getKey() + " " + id.asString())));
        return permitted;
    }

    private static void set(JsonNode node, List<String> path, JsonNode value) {
        switch (node) {
            case ArrayNode list -> list.forEach(each -> set(each, path, value));
            case ObjectNode object
            when path.size() == 1 && object.has(path.getFirst()) -> object.set(path.getFirst(), value);
            case ObjectNode object
            when object.has(path.getFirst()) -> set(object.get(path.getFirst()), path.subList(1, path.size()), value);
            default -> {}
        }
    }

    private static boolean reword(JsonNode node, List<String> path, UnaryOperator<String> look) {
        return switch (node) {
            case ArrayNode list -> {
                var any = false;
                for (var each : list) {
                    any |= reword(each, path, look);
                }
                yield any;
            }
            case ObjectNode object
            when path.size() == 1 && object.path(path.getFirst()).isString() -> {
                object.put(
                        path.getFirst(), look.apply(object.get(path.getFirst()).stringValue()));
                yield true;
            }
            case ObjectNode object
            when path.size() > 1 && object.has(path.getFirst()) ->
                reword(object.get(path.getFirst()), path.subList(1, path.size()), look);
            default -> false;
        };
    }
}
