package nl.spil.author;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** The page of rules is written from the rules. */
class OpaPageTest {
    @Test
    void the_page_of_rules_is_what_the_rules_say_of_themselves() throws IOException, InterruptedException {
        Rules.opaOrSkip();
        var process = new ProcessBuilder("bash", "meta/page", "--print")
                .directory(Rules.FOLDER.root().toFile())
                .start();
        process.getOutputStream().close();
        var page = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isZero();
        assertThat(page)
                .isEqualTo(Files.readString(
                        Rules.FOLDER.root().resolveSibling("docs").resolve("rules.md")));
    }
}
