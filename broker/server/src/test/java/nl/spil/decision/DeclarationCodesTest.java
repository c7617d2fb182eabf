package nl.spil.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Pattern;
import nl.spil.protocol.DeclarationCode;
import nl.spil.protocol.Json;
import org.junit.jupiter.api.Test;

/** What can be declared is one list: in the protocol, in the tables, in the words and in the description of the interface. */
class DeclarationCodesTest {
    private final PolicyBundle bundle = PolicyBundle.committed();

    @Test
    void policy_knows_exactly_the_declarations_a_sender_can_make() {
        var tables = Json.read(bundle.tables(), 10_000_000).at("/spil/tables/declarations");

        assertThat(tables.propertyNames()).containsExactlyInAnyOrder(codes());
    }

    @Test
    void a_person_can_read_what_each_of_them_says() {
        var texts = PolicyTexts.of(bundle);

        assertThat(codes()).allSatisfy(code -> {
            assertThat(texts.of(code, java.util.Locale.of("nl")).sentence()).isNotEqualTo(code);
            assertThat(texts.of(code, java.util.Locale.ENGLISH).sentence()).isNotEqualTo(code);
        });
    }

    @Test
    void the_interface_describes_exactly_those() throws java.io.IOException {
        try (var in = Objects.requireNonNull(getClass().getResourceAsStream("/nl/spil/openapi/openapi.yaml"))) {
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            var described = Pattern.compile("    Declaration:.*?enum: \\[([^\\]]*)]", Pattern.DOTALL)
                    .matcher(text);

            assertThat(described.find()).isTrue();
            assertThat(described.group(1).split(", ", -1)).containsExactlyInAnyOrder(codes());
        }
    }

    private static String[] codes() {
        return Arrays.stream(DeclarationCode.values())
                .map(DeclarationCode::code)
                .toArray(String[]::new);
    }
}
