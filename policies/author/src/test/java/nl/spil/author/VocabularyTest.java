package nl.spil.author;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.spil.protocol.AnswerType;
import nl.spil.protocol.DeclarationCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Code, tables, texts, pages and vocabulary know the same words. */
class VocabularyTest {
    private final JsonNode concepts =
            Json.read(Rules.FOLDER.text(Vocabulary.FILE)).get("@graph");

    @Test
    void the_vocabulary_is_the_one_the_tables_and_texts_make() {
        assertThat(Rules.FOLDER.text(Vocabulary.FILE)).isEqualTo(new Vocabulary(Rules.FOLDER, Rules.BUNDLE).text());
    }

    @Test
    void the_enumerations_of_the_code_are_those_of_the_vocabulary() {
        assertThat(codes("answer-type")).isEqualTo(names(AnswerType.values()));
        assertThat(codes("declaration"))
                .isEqualTo(Arrays.stream(DeclarationCode.values())
                        .map(DeclarationCode::code)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @ParameterizedTest
    @CsvSource({"purpose, purposes", "category, categories", "partner-type, partner_types", "basis, bases"})
    void the_tables_are_those_of_the_vocabulary(String scheme, String table) {
        assertThat(codes(scheme))
                .isEqualTo(new TreeSet<>(Rules.BUNDLE.tables().get(table).propertyNames()));
    }

    @Test
    void every_concept_has_labels_in_both_languages_a_broader_one_and_asks_for_review() {
        concepts.valueStream().filter(concept -> concept.has("skos:notation")).forEach(concept -> {
            for (var member : List.of("skos:prefLabel", "skos:definition")) {
                assertThat(concept.get(member)
                                .valueStream()
                                .map(label -> label.get("@language").asString()))
                        .containsExactly("nl", "en");
                assertThat(concept.get(member).findValuesAsString("@value")).noneMatch(String::isBlank);
            }
            assertThat(concept.get("skos:broader").asString()).matches("[a-z-]+:[A-Za-z0-9-]+");
            assertThat(concept.get("skos:editorialNote").asString()).isEqualTo("example, needs legal review");
        });
    }

    @Test
    void the_pages_for_people_know_every_concept() throws IOException {
        var docs = Rules.FOLDER.root().resolveSibling("docs");
        var page = Files.readString(docs.resolve("rules.md"));
        var glossary = Files.readString(docs.resolve("glossary.md"));

        for (var scheme : List.of("purpose", "category", "basis", "obligation", "refusal")) {
            assertThat(codes(scheme)).as(scheme).allMatch(page::contains);
        }
        assertThat(codes("partner-type")).allMatch(glossary::contains);
    }

    private Set<String> codes(String scheme) {
        return concepts.valueStream()
                .filter(concept -> concept.path("skos:inScheme").asString("").equals("spil:" + scheme))
                .map(concept -> concept.get("skos:notation").asString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).collect(Collectors.toCollection(TreeSet::new));
    }
}
