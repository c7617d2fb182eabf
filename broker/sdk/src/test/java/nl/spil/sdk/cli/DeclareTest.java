package nl.spil.sdk.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import nl.spil.protocol.Declaration;
import nl.spil.protocol.DeclarationCode;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What a person did or decided, in one word on the command line. */
class DeclareTest {
    private static final Instant NINE = Instant.parse("2026-11-25T09:00:00Z");

    @Test
    void a_declaration_is_a_code_and_a_moment() {
        assertThat(read("no_participant_objects@2026-11-25T09:00:00Z"))
                .containsExactly(Declaration.of(DeclarationCode.NO_PARTICIPANT_OBJECTS, NINE));
    }

    @Test
    void it_may_name_its_end_and_the_id_under_which_it_is_kept() {
        assertThat(read(
                        "supervision_order@2026-11-25T09:00:00Z/2027-05-01T00:00:00Z#C/16/118",
                        "rac_positive@2026-11-25T09:00:00Z#advice-12"))
                .containsExactly(
                        Declaration.of(DeclarationCode.SUPERVISION_ORDER, NINE)
                                .until(Instant.parse("2027-05-01T00:00:00Z"))
                                .under("C/16/118"),
                        Declaration.of(DeclarationCode.RAC_POSITIVE, NINE).under("advice-12"));
    }

    @Test
    void a_day_is_its_beginning() {
        assertThat(read("rac_positive@2026-11-25").getFirst().declaredAt())
                .isEqualTo(Instant.parse("2026-11-24T23:00:00Z"));
    }

    @Test
    void what_is_no_declaration_is_a_mistake_that_says_how_it_looks() {
        for (var word : List.of(
                "rac_positive",
                "judge_nodded@2026-11-25",
                "rac_positive@yesterday",
                "supervision_order@2026-11-25/2026-11-24",
                "rac_positive@2026-11-25#Mw. de Vries")) {
            assertThatThrownBy(() -> read(word)).as(word).isInstanceOf(ParameterException.class);
        }
    }

    private static List<Declaration> read(String... words) {
        var declaring = new Declaring();
        var line = new CommandLine(declaring);
        Converters.addTo(line);
        var arguments = new java.util.ArrayList<String>();
        for (var word : words) {
            arguments.addAll(List.of("--declare", word));
        }
        line.parseArgs(arguments.toArray(String[]::new));
        return declaring.declarations;
    }

    @Command
    private static final class Declaring {
        @Option(names = "--declare")
        private List<Declaration> declarations = List.of();
    }
}
