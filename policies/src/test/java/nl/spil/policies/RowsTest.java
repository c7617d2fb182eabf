package nl.spil.policies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Every row of the example pack has its rule and the stories that show it. */
class RowsTest {
    private static final YAMLMapper YAML = new YAMLMapper();
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
        var permitting = new ArrayList<String>();
        var refusing = new ArrayList<String>();
        for (var story : stories()) {
            for (var expected : story.get("expect")) {
                (expected.get("permits").isEmpty() ? List.<String>of() : texts(story.path("rows")))
                        .forEach(permitting::add);
                (expected.get("refuses").isEmpty() ? List.<String>of() : texts(story.path("rows")))
                        .forEach(refusing::add);
            }
        }

        assertThat(permitting).containsAll(ROWS);
        assertThat(refusing).containsAll(ROWS);
    }

    /** Title, description, law, owner and status are what a person needs to judge a rule by. */
    @Test
    void every_rule_says_what_it_rests_on_and_that_it_needs_review() {
        for (var kind : List.of("refusals", "bases", "obligations")) {
            for (var folder : Project.folders(kind)) {
                var metadata = metadata(kind, folder.getFileName().toString());
                assertThat(metadata.path("title").asString(""))
                        .as(folder.toString())
                        .isNotBlank();
                assertThat(metadata.path("description").asString(""))
                        .as(folder.toString())
                        .isNotBlank();
                assertThat(metadata.at("/custom/owner").asString(""))
                        .as(folder.toString())
                        .isNotBlank();
                assertThat(metadata.at("/custom/status").asString("")).isEqualTo("example, needs legal review");
                assertThat(texts(metadata.at("/custom/law")))
                        .as(folder.toString())
                        .isNotEmpty()
                        .allMatch(ARTICLE.asMatchPredicate());
            }
        }
    }

    @Test
    void every_rule_has_a_test_that_takes_its_fact_away() {
        for (var kind : List.of("refusals", "bases")) {
            for (var folder : Project.folders(kind)) {
                var name = folder.getFileName().toString();
                assertThat(Project.read(folder.resolve(name + "_test.rego")))
                        .as(folder.toString())
                        .contains("when_the_fact_is_missing if");
            }
        }
    }

    private static List<String> rows(String kind) {
        return ROWS.stream().filter(row -> row.startsWith(kind)).toList();
    }

    private static Map<String, String> rowsOf(String kind) {
        var rows = new TreeMap<String, String>();
        for (var folder : Project.folders(kind)) {
            var name = folder.getFileName().toString();
            texts(metadata(kind, name).at("/custom/rows")).forEach(row -> rows.put(row, name));
        }
        return rows;
    }

    /** The block of comments at the head of a rule, which is YAML. */
    private static JsonNode metadata(String kind, String name) {
        var lines = Project.read(Project.POLICIES.resolve(kind, name, name + ".rego"))
                .lines();
        var yaml = lines.skip(1)
                .takeWhile(line -> line.startsWith("#"))
                .map(line -> line.substring(Math.min(2, line.length())))
                .toList();
        return YAML.readTree(String.join("\n", yaml));
    }

    private static List<JsonNode> stories() {
        return Project.files("cases", name -> name.matches("cases/[^/]+\\.yaml")).stream()
                .map(name -> YAML.readTree(Project.read(Project.POLICIES.resolve(name))))
                .toList();
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }
}
