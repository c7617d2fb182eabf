package nl.spil.sdk.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/integrate.md shows can be typed and compiled as it stands. */
class IntegratorGuideTest {
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    @TempDir
    private Path folder;

    @Test
    void the_java_that_it_shows_compiles() throws IOException {
        var shown = blocks("java");
        assertThat(shown).hasSize(1);
        var complaints = new StringWriter();

        var compiled = ToolProvider.getSystemJavaCompiler()
                .getTask(
                        complaints,
                        null,
                        null,
                        List.of("-proc:none", "-d", folder.toString()),
                        null,
                        List.of(source(shown.getFirst())))
                .call();

        assertThat(compiled).as(complaints.toString()).isTrue();
    }

    @Test
    void the_commands_that_it_shows_are_understood() throws IOException {
        var commands = blocks("sh").stream()
                .flatMap(String::lines)
                .filter(line -> line.startsWith("spil "))
                .toList();
        assertThat(commands).hasSizeGreaterThan(5);

        for (var command : commands) {
            var words = WORD.matcher(command)
                    .results()
                    .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
                    .skip(1)
                    .toArray(String[]::new);
            assertThatCode(() -> Spil.commandLine(terminal()).parseArgs(words))
                    .as(command)
                    .doesNotThrowAnyException();
        }
    }

    private static List<String> blocks(String language) throws IOException {
        var guide = Files.readString(Path.of(System.getProperty("spil.root"), "docs/integrate.md"));
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(guide)
                .results()
                .map(block -> block.group(1))
                .toList();
    }

    private static JavaFileObject source(String text) {
        return new SimpleJavaFileObject(URI.create("string:///Shown.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }

    private static Terminal terminal() {
        var nowhere = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        return new Terminal(nowhere, nowhere, false, Locale.ENGLISH);
    }
}
