package nl.spil.author;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive is one that any tar can read. */
class ArchiveTest {
    @TempDir
    private Path folder;

    @Test
    void it_holds_the_files_of_the_bundle_and_what_opa_reads_first() throws IOException {
        Files.write(folder.resolve("bundle.tar.gz"), Archive.of(Rules.BUNDLE));

        assertThat(tar("-tzPf", "bundle.tar.gz").lines())
                .containsExactly(
                        "/.manifest",
                        "/answer.schema.json",
                        "/data.json",
                        "/manifest.json",
                        "/obligations.json",
                        "/policy.wasm",
                        "/question.schema.json",
                        "/texts.json");
        assertThat(tar("-xzPOf", "bundle.tar.gz", "/data.json"))
                .isEqualTo(new String(Rules.BUNDLE.file(Bundle.TABLES), StandardCharsets.UTF_8));
        assertThat(Json.read(tar("-xzPOf", "bundle.tar.gz", "/.manifest"))
                        .get("revision")
                        .asString())
                .isEqualTo(Rules.BUNDLE.revision() + "@"
                        + Rules.BUNDLE.manifest().get("bundle").asString());
    }

    @Test
    void equal_bundles_give_equal_bytes() {
        assertThat(Archive.of(Rules.BUNDLE)).isEqualTo(Archive.of(Bundle.in(Rules.FOLDER.built())));
    }

    private String tar(String... arguments) throws IOException {
        var line = new java.util.ArrayList<>(java.util.List.of("tar"));
        line.addAll(java.util.List.of(arguments));
        var process = new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
