package nl.spil.protocol.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a signature under a bundle of rules covers. */
class BundleSignatureTest {
    private static final SigningKey KEY = SigningKey.generateEs256();
    private static final Map<String, byte[]> FILES = Map.of(
            "data.json", bytes("{\"b\": [1, {\"c\": \"é\"}], \"a\": true}"),
            ".manifest", bytes("{\"revision\":\"1@x\"}"),
            "policy.wasm", new byte[] {0, 97, 115, 109});

    @Test
    void the_files_that_were_signed_verify_under_the_key_that_signed() {
        var signatures = BundleSignature.sign(FILES, KEY);

        assertThat(verifies(FILES, signatures)).isTrue();
        assertThat(BundleSignature.verifies(
                        FILES, signatures, SigningKey.generateEs256().verification()))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"data.json", ".manifest", "policy.wasm"})
    void another_value_in_any_file_breaks_it(String name) {
        var signatures = BundleSignature.sign(FILES, KEY);

        var changed = new TreeMap<>(FILES);
        changed.put(name, bytes("{\"b\":2}"));
        var without = new TreeMap<>(FILES);
        without.remove(name);

        assertThat(verifies(changed, signatures)).isFalse();
        assertThat(verifies(without, signatures)).isFalse();
    }

    @Test
    void a_file_nobody_signed_breaks_it() {
        var signatures = BundleSignature.sign(FILES, KEY);

        var more = new TreeMap<>(FILES);
        more.put("more.json", bytes("{}"));

        assertThat(verifies(more, signatures)).isFalse();
    }

    /** As OPA has it: of the documents it reads, the value counts. */
    @Test
    void white_space_in_a_document_means_nothing_and_in_other_files_everything() {
        var signatures = BundleSignature.sign(FILES, KEY);

        var spaced = new TreeMap<>(FILES);
        spaced.put("data.json", bytes("{\"a\":true,\n\"b\":[1,{\"c\":\"\\u00e9\"}]}"));

        assertThat(verifies(spaced, signatures)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"signatures\":[]}", "{\"signatures\":[\"a.b.c\"]}", "{\"signatures\":[7]}"})
    void what_is_no_signature_verifies_nothing(String signatures) {
        assertThat(verifies(FILES, bytes(signatures))).isFalse();
    }

    @Test
    void two_signatures_are_one_too_many() {
        var one = new String(BundleSignature.sign(FILES, KEY), UTF_8);

        var two = one.replaceFirst("\\[(\".*\")]", "[$1,$1]");

        assertThat(two).isNotEqualTo(one);
        assertThat(verifies(FILES, bytes(two))).isFalse();
    }

    @Test
    void only_a_p256_key_signs_a_bundle() {
        assertThatThrownBy(() -> BundleSignature.sign(FILES, SigningKey.generateEd25519()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static boolean verifies(Map<String, byte[]> files, byte[] signatures) {
        return BundleSignature.verifies(files, signatures, KEY.verification());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
