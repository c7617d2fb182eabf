package nl.spil.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.spil.protocol.AnswerType;
import nl.spil.protocol.CaseId;
import nl.spil.protocol.DataCategory;
import nl.spil.protocol.Declaration;
import nl.spil.protocol.DeclarationCode;
import nl.spil.protocol.Grounds;
import nl.spil.protocol.Oin;
import nl.spil.protocol.Pseudonym;
import nl.spil.protocol.Purpose;
import org.junit.jupiter.api.Test;

class DeclaredPreCheckTest {
    private static final Instant NINE = Instant.ofEpochSecond(1_772_355_600);

    @Test
    void a_pre_check_asks_with_what_would_be_declared() {
        var order = Declaration.of(DeclarationCode.SUPERVISION_ORDER, NINE)
                .until(NINE.plusSeconds(3600))
                .under("order-118");

        assertThat(asking(Grounds.none().with(order)).json().get("declarations").toString())
                .isEqualTo("""
                        [{"code":"supervision_order","declaredAt":1772355600,"until":1772359200,"reference":"order-118"}]""");
    }

    @Test
    void nothing_declared_is_not_said() {
        assertThat(asking(Grounds.none()).json().has("declarations")).isFalse();
    }

    private static PreCheck asking(Grounds grounds) {
        return new PreCheck(
                CaseId.random(),
                new Purpose("child-protection-execution"),
                List.of(new Oin("00000099000000990003")),
                List.of(new PreCheck.Kind(new DataCategory("CARE"), AnswerType.SUMMARY, Pseudonym.random())),
                Optional.empty(),
                grounds);
    }
}
