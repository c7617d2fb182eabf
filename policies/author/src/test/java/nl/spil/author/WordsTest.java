package nl.spil.author;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Whatever policy can answer or a person can choose has words, in Dutch and English. */
class WordsTest {
    private static final JsonNode TEXTS = Rules.BUNDLE.json(Bundle.TEXTS);

    @ParameterizedTest
    @CsvSource({
        "purposes, purpose.",
        "categories, category.",
        "answer_weights, answer-type.",
        "partner_types, partner-type.",
        "declarations, ''",
        "bases, ''"
    })
    void every_code_of_a_table_has_words(String table, String prefix) {
        Rules.BUNDLE.tables().get(table).propertyNames().forEach(code -> assertWords(prefix + code));
    }

    @Test
    void every_rule_has_words() {
        for (var kind : List.of("refusals", "bases", "obligations")) {
            Rules.FOLDER.folders(kind).forEach(WordsTest::assertWords);
        }
    }

    @Test
    void whatever_a_story_is_answered_with_has_words() {
        var codes = new TreeSet<String>();
        var engine = Rules.engine();
        for (var story : Story.all(Rules.FOLDER)) {
            for (var part : engine.answer(story.question()).get("subjects")) {
                part.findValues("code").forEach(code -> codes.add(code.asString()));
                part.get("would_help").forEach(list -> list.forEach(code -> codes.add(code.asString())));
                part.get("gaps").forEach(code -> codes.add(code.asString().split(":", -1)[0]));
            }
        }

        codes.forEach(WordsTest::assertWords);
    }

    @Test
    void whatever_the_tables_offer_and_nothing_else_has_a_rule() {
        assertThat(Rules.BUNDLE.tables().get("bases").propertyNames())
                .containsExactlyInAnyOrderElementsOf(Rules.FOLDER.folders("bases"));
        Rules.BUNDLE
                .tables()
                .get("sharing")
                .forEach(providers -> providers.forEach(cells -> cells.forEach(cell -> {
                    assertThat(Rules.BUNDLE.tables().get("bases").propertyNames())
                            .containsAll(cell.get("bases").propertyNames());
                    assertThat(Rules.BUNDLE.tables().get("partner_types").propertyNames())
                            .containsAll(cell.get("recipients").propertyNames());
                })));
    }

    @Test
    void every_declaration_is_asked_for_by_some_basis() {
        var asked = new ArrayList<String>();
        Rules.BUNDLE.tables().get("bases").forEach(basis -> {
            for (var member : List.of("declarations", "one_of", "for_special", "for_children")) {
                basis.path(member).forEach(code -> asked.add(code.asString()));
            }
        });

        assertThat(Rules.BUNDLE.tables().get("declarations").propertyNames())
                .containsExactlyInAnyOrderElementsOf(new TreeSet<>(asked));
    }

    private static void assertWords(String code) {
        for (var language : List.of("nl", "en")) {
            for (var part : List.of("title", "sentence")) {
                assertThat(TEXTS.at("/" + code + "/" + language + "/" + part).asString(""))
                        .as("%s of %s in %s", part, code, language)
                        .isNotBlank();
            }
        }
    }
}
