package nl.spil.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaintextSearchTest {
    private static final String NUMBER = "999991772";
    private final PlaintextSearch search = new PlaintextSearch(List.of(NUMBER, "Café Nergens"));

    @TempDir
    Path folder;

    @Test
    void finds_a_word_as_it_stands_and_nothing_where_it_does_not_stand() {
        assertThat(search.in(bytes("before 999991772 after"))).containsExactly(NUMBER);
        assertThat(search.in(bytes("before 99999177 2 after"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "xy", "xyz"})
    void finds_it_in_base64_wherever_it_starts(String before) {
        var text = bytes(before + NUMBER + " and more");

        assertThat(search.in(bytes(Base64.getEncoder().encodeToString(text)))).containsExactly(NUMBER);
        assertThat(search.in(bytes(Base64.getUrlEncoder().withoutPadding().encodeToString(text))))
                .containsExactly(NUMBER);
    }

    @Test
    void finds_it_in_hexadecimal_utf_16_and_escaped_json() {
        assertThat(search.in(bytes("\\x" + HexFormat.of().formatHex(bytes("a" + NUMBER)))))
                .containsExactly(NUMBER);
        assertThat(search.in(("a" + NUMBER).getBytes(StandardCharsets.UTF_16LE)))
                .containsExactly(NUMBER);
        assertThat(search.in(bytes("Caf\\u00e9 Nergens"))).containsExactly("Café Nergens");
    }

    @Test
    void finds_it_where_two_windows_of_a_large_file_meet() throws IOException {
        var content = new byte[(1 << 20) + 4096];
        System.arraycopy(bytes(NUMBER), 0, content, (1 << 20) + 20, NUMBER.length());
        Files.write(Files.createDirectory(folder.resolve("deep")).resolve("file"), content);

        var result = search.inFolder(folder);

        assertThat(result.hits()).containsExactly("deep/file: " + NUMBER);
        assertThat(result.bytes()).isEqualTo(content.length);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
