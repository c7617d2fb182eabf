package nl.spil.author;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlTest {
    @Test
    void anchors_and_merges_say_once_what_holds_more_often() {
        var read = Yaml.read("a: &a {one: 1, two: 2}\nb: {<<: *a, two: 3}\n", "table");

        assertThat(Json.canonical(read)).isEqualTo("{\"a\":{\"one\":1,\"two\":2},\"b\":{\"one\":1,\"two\":3}}");
    }

    /** Another reader of YAML would read something else. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "yes",
                "No",
                "on",
                "y",
                "010",
                "0x10",
                "12:30:00",
                "1_000",
                "1.5",
                "{a: 1, a: 2}",
                "{1: a}",
                "*nobody"
            })
    void what_two_readers_would_read_differently_is_refused(String value) {
        assertThatThrownBy(() -> Yaml.read("key: " + value + "\n", "table"))
                .isInstanceOf(UnreadableSource.class)
                .hasMessageContaining("table");
    }

    @Test
    void in_quotes_a_word_is_a_word() {
        assertThat(Yaml.read("key: \"yes\"\n", "table").get("key").asString()).isEqualTo("yes");
        assertThat(Yaml.read("key: YES_NO\n", "table").get("key").asString()).isEqualTo("YES_NO");
    }

    @Test
    void json_is_written_as_opa_writes_it() {
        var value = Json.read("{\"\uff00\":1,\"\ud83d\ude00\":\"<&>\u2028\",\"a\":[true,null,1E3]}");

        assertThat(Json.canonical(value))
                .isEqualTo("{\"a\":[true,null,1000],\"\uff00\":1,\"\ud83d\ude00\":\"\\u003c\\u0026\\u003e\\u2028\"}");
    }
}
