package nl.spil.protocol;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    private static final int ENOUGH = 1_000_000;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            value = {
                "{\"a\":1,\"a\":2}        | duplicated-member-names",
                "{\"a\":1,\"\\u0061\":2}  | duplicated-member-names",
                "{\"a\":{\"b\":1,\"b\":1}}| duplicated-member-names",
                "1.5                      | float-number",
                "1e3                      | float-number",
                "[1.0]                    | float-number",
                "9007199254740992         | large-number",
                "-9007199254740992        | large-number",
                "123456789012345678901234567890 | large-number",
                "[[[[[[[[[1]]]]]]]]]      | nesting-bomb",
                "\"\\ud800\"              | not-json",
                "{\"\\udc00\":1}          | not-json",
                "NaN                      | not-json",
                "{'a':1}                  | not-json",
                "[1,]                     | not-json",
                "/* hello */ 1            | not-json",
                "{} {}                    | not-json",
                "§§                       | not-json"
            })
    void refuses_what_two_readers_could_read_differently(String text, String code) {
        assertThat(refusal(text.getBytes(UTF_8))).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9007199254740991",
                "-9007199254740991",
                "[[[[[[[[1]]]]]]]]",
                "\"\\ud83d\\ude00\"",
                "\"\"",
                "null"
            })
    void reads_up_to_its_limits(String text) {
        assertThat(Json.read(text.getBytes(UTF_8), ENOUGH).toString()).isNotNull();
    }

    @Test
    void refuses_other_encodings_than_utf_8() {
        assertThat(refusal("{\"a\":1}".getBytes(UTF_16))).isEqualTo("not-json");
        assertThat(refusal(new byte[] {'"', (byte) 0xc0, (byte) 0xaf, '"'})).isEqualTo("not-json");
        assertThat(refusal(new byte[] {'"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"'}))
                .isEqualTo("not-json");
    }

    @Test
    void refuses_more_bytes_than_allowed_before_reading_any() {
        var refusal = catchThrowableOfType(MalformedJson.class, () -> Json.read(new byte[11], 10));

        assertThat(refusal.problem().code()).isEqualTo("oversize");
    }

    @Test
    void never_repeats_what_it_refuses() {
        var refusal = catchThrowableOfType(
                MalformedJson.class, () -> Json.read("{\"Jansen\":1,\"Jansen\":2}".getBytes(UTF_8), ENOUGH));

        assertThat(refusal).hasNoCause();
        assertThat(refusal.toString() + refusal.problem()).doesNotContain("Jansen");
    }

    /** What the suite accepts and Spil does not, with the limit of Spil that says so. */
    private static final Map<String, String> STRICTER = Map.ofEntries(
            Map.entry("y_number.json", "float-number"),
            Map.entry("y_number_0e+1.json", "float-number"),
            Map.entry("y_number_0e1.json", "float-number"),
            Map.entry("y_number_double_close_to_zero.json", "large-number"),
            Map.entry("y_number_int_with_exp.json", "float-number"),
            Map.entry("y_number_real_capital_e.json", "float-number"),
            Map.entry("y_number_real_capital_e_neg_exp.json", "float-number"),
            Map.entry("y_number_real_capital_e_pos_exp.json", "float-number"),
            Map.entry("y_number_real_exponent.json", "float-number"),
            Map.entry("y_number_real_fraction_exponent.json", "float-number"),
            Map.entry("y_number_real_neg_exp.json", "float-number"),
            Map.entry("y_number_real_pos_exponent.json", "float-number"),
            Map.entry("y_number_simple_real.json", "float-number"),
            Map.entry("y_object_extreme_numbers.json", "float-number"),
            Map.entry("y_structure_lonely_negative_real.json", "float-number"),
            Map.entry("y_object_duplicated_key.json", "duplicated-member-names"),
            Map.entry("y_object_duplicated_key_and_value.json", "duplicated-member-names"));

    @Test
    void judges_the_json_test_suite_with_no_more_exceptions_than_its_own_limits() throws IOException {
        var seen = new HashMap<Character, Integer>();
        for (var file : ExternalVectors.filesIn("json/test_parsing")) {
            var name = Objects.requireNonNull(file.getFileName()).toString();
            seen.merge(name.charAt(0), 1, Integer::sum);
            judge(file, name);
        }

        assertThat(seen)
                .containsOnlyKeys('y', 'n', 'i')
                .allSatisfy((_, count) -> assertThat(count).isGreaterThan(30));
    }

    private static void judge(Path file, String name) throws IOException {
        var bytes = Files.readAllBytes(file);
        switch (name.charAt(0)) {
            case 'y' -> assertThat(refusal(bytes)).as(name).isEqualTo(STRICTER.getOrDefault(name, ""));
            case 'n' -> assertThat(refusal(bytes)).as(name).isNotEmpty();
            default -> assertThat(refusal(bytes)).as(name).isNotNull();
        }
    }

    private static String refusal(byte[] bytes) {
        try {
            Json.read(bytes, ENOUGH);
            return "";
        } catch (MalformedJson e) {
            return e.problem().code();
        }
    }
}
