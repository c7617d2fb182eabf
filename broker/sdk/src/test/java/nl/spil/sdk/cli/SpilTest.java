package nl.spil.sdk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;

class SpilTest {
    private static final Locale DUTCH = Locale.of("nl");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @Test
    void without_a_command_it_says_which_mistake_that_is_and_where_help_is() {
        assertThat(spil(DUTCH)).isEqualTo(2);

        assertThat(text(err)).isEqualToIgnoringNewLines("spil: Welke opdracht?  Zie 'spil --help'.");
        assertThat(text(out)).isEmpty();
    }

    @Test
    void a_typing_mistake_in_a_command_is_answered_with_the_one_that_was_meant() {
        assertThat(spil(DUTCH, "inbix")).isEqualTo(2);

        assertThat(text(err)).contains("Onbekend: inbix").contains("inbox");
    }

    @Test
    void a_missing_option_is_named() {
        assertThat(spil(DUTCH, "case", "open", "--purpose", "triage")).isEqualTo(2);

        assertThat(text(err)).contains("Er ontbreekt: --goal").contains("spil case open --help");
    }

    @Test
    void an_ill_formed_number_is_explained_and_not_a_stack_trace() {
        assertThat(spil(Locale.ENGLISH, "case", "admit", "AAAAAAAAAAAAAAAAAAAAAA", "12"))
                .isEqualTo(2);

        assertThat(text(err)).contains("an OIN has twenty digits").doesNotContain("Exception", "\tat ");
    }

    @Test
    void a_folder_without_a_partner_is_said_to_be_one() {
        assertThat(spil(DUTCH, "inbox", "--home", folder.toString())).isEqualTo(2);

        assertThat(text(err)).contains("Er is geen partner in " + folder);
    }

    @Test
    void a_machine_gets_one_json_document_also_when_it_goes_wrong() {
        assertThat(spil(DUTCH, "inbox", "--home", folder.toString(), "--json")).isEqualTo(2);

        var error = JsonMapper.shared().readTree(text(out)).path("error");
        assertThat(error.path("code").asString()).isEqualTo("usage");
        assertThat(error.path("exitCode").asInt()).isEqualTo(2);
        assertThat(text(err)).isEmpty();
    }

    @Test
    void a_damaged_profile_is_named_and_nothing_is_guessed() throws IOException {
        Files.writeString(folder.resolve("profile.json"), "{\"oin\": 12}");

        assertThat(spil(DUTCH, "inbox", "--home", folder.toString())).isEqualTo(2);

        assertThat(text(err)).contains("profile.json cannot be used").doesNotContain("\tat ");
    }

    @Test
    void the_language_is_dutch_unless_english_is_asked_for() {
        assertThat(Spil.languageOf("inbox")).isEqualTo(DUTCH);
        assertThat(Spil.languageOf("inbox", "--lang", "en")).isEqualTo(Locale.ENGLISH);
        assertThat(Spil.languageOf("--lang=en", "inbox")).isEqualTo(Locale.ENGLISH);
        assertThat(spil(DUTCH, "--lang", "fy", "inbox")).isEqualTo(2);
        assertThat(text(err)).contains("'fy' is geen taal");
    }

    @Test
    void every_command_and_option_explains_itself_in_both_languages() {
        for (var language : List.of(DUTCH, Locale.ENGLISH)) {
            var silent = new ArrayList<String>();
            listSilent(Spil.commandLine(terminal(language)), silent);
            assertThat(silent).isEmpty();
        }
    }

    @Test
    void help_for_every_command_is_in_the_language_asked_for_and_ends_well() {
        for (var language : List.of(DUTCH, Locale.ENGLISH)) {
            for (var command : commands(Spil.commandLine(terminal(language)))) {
                out.reset();
                var words = new ArrayList<>(List.of(command.split(" ")));
                words.removeFirst();
                words.add("--help");

                assertThat(spil(language, words.toArray(String[]::new)))
                        .as(command)
                        .isZero();

                assertThat(text(out))
                        .contains(language.equals(DUTCH) ? "Gebruik: " + command : "Usage: " + command)
                        .contains(language.equals(DUTCH) ? "Toont deze uitleg." : "Shows this help.")
                        .contains("--json", "--lang")
                        .doesNotContain("${", "{0}");
            }
        }
        assertThat(text(err)).isEmpty();
    }

    private static List<String> commands(CommandLine command) {
        var names = new ArrayList<String>();
        names.add(command.getCommandSpec().qualifiedName());
        command.getSubcommands().values().forEach(below -> names.addAll(commands(below)));
        return names;
    }

    @Test
    void no_text_is_the_same_in_both_languages_unless_it_is_a_name() throws IOException {
        var dutch = texts("texts.properties");
        var english = texts("texts_en.properties");

        assertThat(dutch.stringPropertyNames())
                .filteredOn(key -> dutch.getProperty(key).equals(english.getProperty(key)))
                .allSatisfy(
                        key -> assertThat(dutch.getProperty(key)).doesNotContain(" een ", " de ", " het ", " the "));
    }

    @Test
    void another_module_adds_a_command_to_a_group() {
        assertThat(spil(DUTCH, "policy", "added")).isZero();
        assertThat(text(out)).isEqualToIgnoringNewLines("added");

        assertThat(spil(DUTCH, "added")).isEqualTo(2);
    }

    @Test
    void the_version_is_said_in_one_line() {
        assertThat(spil(DUTCH, "--version")).isZero();

        assertThat(text(out).strip()).startsWith("spil ").hasLineCount(1);
    }

    private static void listSilent(CommandLine command, List<String> silent) {
        var spec = command.getCommandSpec();
        if (spec.usageMessage().header().length == 0) {
            silent.add(spec.qualifiedName());
        }
        spec.options().stream()
                .filter(option -> option.description().length == 0)
                .forEach(option -> silent.add(spec.qualifiedName() + " " + option.longestName()));
        spec.positionalParameters().stream()
                .filter(parameter -> parameter.description().length == 0)
                .forEach(parameter -> silent.add(spec.qualifiedName() + " " + parameter.paramLabel()));
        command.getSubcommands().values().forEach(below -> listSilent(below, silent));
    }

    @Test
    void both_languages_have_the_same_texts() throws IOException {
        assertThat(keys("texts_en.properties")).isEqualTo(keys("texts.properties"));
    }

    private static java.util.Set<Object> keys(String file) throws IOException {
        return new java.util.TreeSet<>(texts(file).keySet());
    }

    private static Properties texts(String file) throws IOException {
        var texts = new Properties();
        try (var in = Spil.class.getResourceAsStream(file)) {
            texts.load(new java.io.InputStreamReader(java.util.Objects.requireNonNull(in), StandardCharsets.UTF_8));
        }
        return texts;
    }

    @Test
    void an_unreachable_broker_ends_with_its_own_code_and_says_what_to_look_at() throws IOException {
        Homes.furnish(folder, java.net.URI.create("http://127.0.0.1:1"));

        assertThat(spil(DUTCH, "inbox", "--home", folder.toString(), "--patience", "1"))
                .isEqualTo(5);

        assertThat(text(err)).contains("127.0.0.1:1").contains("Draait de broker");
    }

    private int spil(Locale language, String... arguments) {
        return Spil.run(terminal(language), arguments);
    }

    private Terminal terminal(Locale language) {
        return new Terminal(stream(out), stream(err), false, language);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
