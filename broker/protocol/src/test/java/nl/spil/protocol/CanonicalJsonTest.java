package nl.spil.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

class CanonicalJsonTest {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    @ParameterizedTest
    @ValueSource(strings = {"arrays", "french", "unicode", "weird"})
    void writes_the_published_examples_byte_for_byte(String name) {
        var input = ExternalVectors.json("crypto/jcs/input/" + name + ".json");
        var output = ExternalVectors.text("crypto/jcs/output/" + name + ".json");

        assertThat(CanonicalJson.bytes(input)).isEqualTo(output.strip().getBytes(UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"structures", "values"})
    void refuses_the_published_examples_with_fractions(String name) {
        var input = ExternalVectors.json("crypto/jcs/input/" + name + ".json");

        assertThatThrownBy(() -> CanonicalJson.bytes(input)).isInstanceOf(IllegalArgumentException.class);
    }

    /** RFC 8785 section 3.2.3 sorts by UTF-16 code units. */
    @Test
    void sorts_names_as_the_standard_prints() {
        var names = List.of("€", "\r", "\ufb33", "1", "😀", "\u0080", "ö");
        var object = NODES.objectNode();
        names.forEach(name -> object.put(name, 1));

        assertThat(CanonicalJson.text(object))
                .isEqualTo("{\"\\r\":1,\"1\":1,\"\u0080\":1,\"ö\":1,\"€\":1,\"😀\":1,\"\ufb33\":1}");
    }

    @Test
    void refuses_what_the_strict_reader_would_not_read_back() {
        JsonNode deep = NODES.arrayNode();
        for (var i = 0; i < Json.MAXIMUM_DEPTH; i++) {
            deep = NODES.arrayNode().add(deep);
        }
        var tooDeep = deep;

        assertThatThrownBy(() -> CanonicalJson.bytes(tooDeep)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CanonicalJson.bytes(NODES.stringNode("half \ud83d")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CanonicalJson.bytes(NODES.numberNode(1L << 53)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 500)
    void agrees_with_another_implementation_and_is_read_back(@ForAll("values") JsonNode value) throws IOException {
        var ours = CanonicalJson.text(value);

        var theirs = new JsonCanonicalizer("[" + value + "]").getEncodedString();
        assertThat("[" + ours + "]").isEqualTo(theirs);
        assertThat(Json.read(ours)).isEqualTo(Json.read(value.toString()));
    }

    @Provide
    Arbitrary<JsonNode> values() {
        var texts = Arbitraries.strings()
                .withChars('a', 'Z', 'é', 'ß', '"', '\\', '/', '\n', '\u0001', '\u007f', '€', '\u2028')
                .ofMaxLength(8);
        Arbitrary<JsonNode> scalars = Arbitraries.oneOf(
                texts.map(NODES::stringNode),
                Arbitraries.longs().between(-(1L << 53) + 1, (1L << 53) - 1).map(NODES::numberNode),
                Arbitraries.of(true, false).map(NODES::booleanNode),
                Arbitraries.just(NODES.nullNode()));
        return Arbitraries.lazyOf(
                () -> scalars, () -> containers(texts, scalars), () -> containers(texts, containers(texts, scalars)));
    }

    private static Arbitrary<JsonNode> containers(Arbitrary<String> names, Arbitrary<JsonNode> elements) {
        Arbitrary<JsonNode> arrays =
                elements.list().ofMaxSize(4).map(list -> NODES.arrayNode().addAll(list));
        Arbitrary<JsonNode> objects = net.jqwik.api.Arbitraries.maps(names, elements)
                .ofMaxSize(4)
                .map(map -> NODES.objectNode().setAll(map));
        return Arbitraries.oneOf(arrays, objects);
    }
}
