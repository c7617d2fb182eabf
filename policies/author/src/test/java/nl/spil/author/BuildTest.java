package nl.spil.author;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildTest {
    @TempDir
    private Path folder;

    @Test
    void the_committed_bundle_is_built_from_the_sources_as_they_are() {
        var manifest = Rules.BUNDLE.manifest();
        var sources = new Sources(Rules.FOLDER);

        assertThat(manifest.get("rules").asString()).isEqualTo(sources.rulesDigest());
        assertThat(manifest.get("sources").asString()).isEqualTo(sources.digest());
    }

    @Test
    void tables_and_texts_are_built_without_a_compiler_to_the_same_bytes() {
        var bundle = new Build(Rules.FOLDER).bundle();

        bundle.files()
                .forEach((name, bytes) -> assertThat(text(bytes)).as(name).isEqualTo(text(Rules.BUNDLE.file(name))));
    }

    @Test
    void a_real_opa_builds_the_same_bundle_byte_for_byte() {
        Rules.opaOrSkip().build(folder);

        Bundle.in(folder)
                .files()
                .forEach((name, bytes) -> assertThat(text(bytes)).as(name).isEqualTo(text(Rules.BUNDLE.file(name))));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
