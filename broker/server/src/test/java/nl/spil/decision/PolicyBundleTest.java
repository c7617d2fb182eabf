package nl.spil.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyBundleTest {

    @Test
    void the_committed_bundle_is_the_one_its_manifest_names() {
        var bundle = PolicyBundle.committed();

        assertThat(bundle.version().revision()).isPositive();
        assertThat(bundle.obligations()).contains("no_onward_use");
    }

    @ParameterizedTest
    @ValueSource(strings = {"policy.wasm", "data.json", "obligations.json", "texts.json"})
    void one_changed_byte_refuses_the_bundle(String changed) {
        assertThatThrownBy(() -> PolicyBundle.read(name -> name.equals(changed) ? flipped(name) : committed(name)))
                .isInstanceOf(BundleRefused.class);
    }

    @Test
    void a_missing_file_refuses_the_bundle() {
        assertThatThrownBy(() -> PolicyBundle.read(name -> {
                    throw new IOException(name);
                }))
                .isInstanceOf(BundleRefused.class);
    }

    @Test
    void every_reason_speaks_dutch_and_english() {
        var texts = PolicyTexts.of(PolicyBundle.committed());

        var dutch = texts.of("not_admitted", Locale.of("nl"));
        var english = texts.of("not_admitted", Locale.ENGLISH);

        assertThat(dutch.sentence()).isNotBlank().isNotEqualTo(english.sentence());
        assertThat(texts.of("not_admitted", Locale.FRENCH)).isEqualTo(dutch);
    }

    private static byte[] flipped(String name) throws IOException {
        var bytes = committed(name);
        bytes[bytes.length / 2] ^= 1;
        return bytes;
    }

    private static byte[] committed(String name) throws IOException {
        try (var stream = PolicyBundleTest.class.getResourceAsStream("/nl/spil/policies/" + name)) {
            return java.util.Objects.requireNonNull(stream).readAllBytes();
        }
    }
}
