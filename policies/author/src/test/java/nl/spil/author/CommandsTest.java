package nl.spil.author;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import nl.spil.sdk.cli.Spil;
import nl.spil.sdk.cli.Terminal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {
    private static final String MUNICIPAL_CELL = "          HOUSING: *facts\n";

    private static final String WHOLE_FILE =
            "          HOUSING: {bases: {statutory_task: DOCUMENT}, recipients: *participants}\n";

    @TempDir
    private Path folder;

    private Path policies = Path.of("");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void copy_the_rules() throws IOException {
        policies = folder.resolve("policies");
        for (var name : Rules.FOLDER.files("", name -> !name.matches("(author|target)/.*"))) {
            Files.createDirectories(policies.resolve(name).getParent());
            Files.copy(Rules.FOLDER.file(name), policies.resolve(name));
        }
    }

    @Test
    void a_table_is_built_without_a_compiler() throws IOException {
        replace("tables/sharing.yaml", MUNICIPAL_CELL, WHOLE_FILE);

        var code = spil(
                "policy",
                "build",
                "--policies",
                policies.toString(),
                "--out",
                folder.resolve("out").toString());

        assertThat(said(err)).isEmpty();
        assertThat(code).isZero();
        var built = Bundle.in(folder.resolve("out"));
        assertThat(built.tables()
                        .at("/sharing/case-consultation/MUNICIPAL_EXECUTIVE/HOUSING/bases/statutory_task")
                        .asString())
                .isEqualTo("DOCUMENT");
        assertThat(built.file(Bundle.RULES)).isEqualTo(Rules.BUNDLE.file(Bundle.RULES));
        assertThat(folder.resolve("out").resolve("bundle.tar.gz")).isNotEmptyFile();
    }

    @Test
    void a_cell_that_gives_too_much_makes_a_story_and_an_invariant_speak() throws IOException {
        replace("tables/sharing.yaml", MUNICIPAL_CELL, WHOLE_FILE);

        var code = spil("policy", "test", "--policies", policies.toString());

        assertThat(code).isEqualTo(1);
        assertThat(said(out))
                .contains("A whole housing file is heavier than a consultation may have")
                .contains("invariants/of-facts-a-consultation-hears-a-summary-at-most.yaml")
                .contains("permits: []");
    }

    @Test
    void the_rules_compile_to_the_same_bytes_whatever_the_tables_say() throws IOException {
        Rules.opaOrSkip();
        Files.copy(
                Rules.FOLDER.root().resolveSibling("deploy").resolve("get-opa"),
                Files.createDirectory(folder.resolve("deploy")).resolve("get-opa"));
        replace("tables/sharing.yaml", MUNICIPAL_CELL, WHOLE_FILE);
        var changed = new PolicyFolder(policies);

        Rules.opaOrSkip().of(changed).build(folder.resolve("compiled"));

        var compiled = Bundle.in(folder.resolve("compiled"));
        assertThat(compiled.file(Bundle.RULES)).isEqualTo(Rules.BUNDLE.file(Bundle.RULES));
        new Build(changed)
                .bundle()
                .files()
                .forEach((name, bytes) -> assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
                        .as(name)
                        .isEqualTo(new String(compiled.file(name), StandardCharsets.ISO_8859_1)));
    }

    @Test
    void a_changed_rule_without_a_compiler_is_said_in_one_line() throws IOException {
        Files.writeString(
                policies.resolve("refusals/case_closed/case_closed.rego"),
                "# changed\n",
                java.nio.file.StandardOpenOption.APPEND);
        Files.createDirectories(folder.resolve("deploy"));
        Files.writeString(folder.resolve("deploy").resolve("get-opa"), "exit 3\n");

        assertThat(spil(
                        "policy",
                        "build",
                        "--policies",
                        policies.toString(),
                        "--out",
                        folder.resolve("out").toString()))
                .isEqualTo(2);

        assertThat(said(err)).contains("there is no opa to compile it");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void a_folder_without_rules_is_a_mistake_that_is_named() {
        assertThat(spil(
                        "policy",
                        "test",
                        "--policies",
                        folder.resolve("nowhere").toString()))
                .isEqualTo(2);
        assertThat(said(err)).contains("--policies");
    }

    private void replace(String name, String old, String now) throws IOException {
        var file = policies.resolve(name);
        var text = Files.readString(file);
        assertThat(text).contains(old);
        Files.writeString(file, text.replaceFirst(java.util.regex.Pattern.quote(old), now));
    }

    private int spil(String... arguments) {
        return Spil.run(new Terminal(stream(out), stream(err), false, Locale.ENGLISH), arguments);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String said(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
