package nl.spil.author;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Every row of the example pack has its rule and the stories that show it. */
class RowsTest {
    private static final Pattern ARTICLE =
            Pattern.compile("https://wetten\\.overheid\\.nl/BWBR\\d{7}(#Artikel[0-9a-z.:]+)?");
    private static final List<String> ROWS = Stream.concat(
                    IntStream.rangeClosed(1, 24).mapToObj("P%02d"::formatted),
                    IntStream.rangeClosed(1, 5).mapToObj("D%02d"::formatted))
            .toList();

    @Test
    void every_row_has_its_rule() {
        assertThat(rowsOf("bases").keySet()).containsAll(rows("P"));
        assertThat(rowsOf("refusals").keySet()).containsAll(rows("D"));
    }

    @Test
    void no_rule_speaks_of_a_row_that_is_not_there() {
        assertThat(ROWS)
                .containsAll(rowsOf("bases").keySet())
                .containsAll(rowsOf("refusals").keySet());
        stories().forEach(story -> assertThat(ROWS).containsAll(texts(story.path("rows"))));
    }

    @Test
    void every_row_has_a_story_that_permits_and_one_that_refuses() {
        var stories = new ArrayList<String>();
        var permitting = new ArrayList<String>();
        var refusing = new ArrayList<String>();
        for (var story : stories()) {
            var rows = texts(story.path("rows"));
            stories.addAll(rows);
            permitting.addAll(says(story, "permits") ? rows : List.of());
            refusing.addAll(says(story, "refuses") ? rows : List.of());
        }

        assertThat(permitting).containsAll(ROWS);
        assertThat(refusing).containsAll(ROWS);
        assertThat(ROWS).allMatch(row -> Collections.frequency(stories, row) >= 2);
    }

    private static boolean says(JsonNode story, String what) {
        return story.get("expect")
                .valueStream()
                .anyMatch(expected -> !expected.get(what).isEmpty());
    }

    /** Title, description, law, owner and status are what a person needs to judge a rule by. */
    @Test
    void every_rule_says_what_it_rests_on_and_that_it_needs_review() {
        for (var kind : List.of("refusals", "bases", "obligations")) {
            for (var folder : Rules.FOLDER.folders(kind)) {
                var metadata = metadata(kind, folder);
                assertThat(metadata.path("title").asString("")).as(folder).isNotBlank();
                assertThat(metadata.path("description").asString("")).as(folder).isNotBlank();
                assertThat(metadata.at("/custom/owner").asString("")).as(folder).isNotBlank();
                assertThat(metadata.at("/custom/status").asString("")).isEqualTo("example, needs legal review");
                assertThat(texts(metadata.at("/custom/law")))
                        .as(folder)
                        .isNotEmpty()
                        .allMatch(ARTICLE.asMatchPredicate());
            }
        }
    }

    @Test
    void every_rule_has_a_test_that_takes_its_fact_away() {
        for (var kind : List.of("refusals", "bases")) {
            for (var name : Rules.FOLDER.folders(kind)) {
                assertThat(Rules.FOLDER.text(kind + "/" + name + "/" + name + "_test.rego"))
                        .as(name)
                        .contains("when_the_fact_is_missing if");
            }
        }
    }

    private static List<String> rows(String kind) {
        return ROWS.stream().filter(row -> row.startsWith(kind)).toList();
    }

    private static Map<String, String> rowsOf(String kind) {
        var rows = new TreeMap<String, String>();
        for (var name : Rules.FOLDER.folders(kind)) {
            texts(metadata(kind, name).at("/custom/rows")).forEach(row -> rows.put(row, name));
        }
        return rows;
    }

    /** The block of comments at the head of a rule, which is YAML. */
    private static JsonNode metadata(String kind, String name) {
        var file = kind + "/" + name + "/" + name + ".rego";
        var lines = Rules.FOLDER.text(file).lines();
        var yaml = lines.skip(1)
                .takeWhile(line -> line.startsWith("#"))
                .map(line -> line.substring(Math.min(2, line.length())))
                .toList();
        return Yaml.read(String.join("\n", yaml), file);
    }

    private static List<JsonNode> stories() {
        return Rules.FOLDER.files("cases", name -> name.matches("cases/[^/]+\\.yaml")).stream()
                .map(Rules.FOLDER::yaml)
                .toList();
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }
}
