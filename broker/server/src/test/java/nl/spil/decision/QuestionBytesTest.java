package nl.spil.decision;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.spil.protocol.AnswerType;
import nl.spil.protocol.Grounds;
import org.junit.jupiter.api.Test;

class QuestionBytesTest {

    @Test
    void equal_questions_are_equal_bytes() {
        var question = Questions.ofSixItems();

        assertThat(QuestionBytes.of(question)).isEqualTo(QuestionBytes.of(question));
        assertThat(QuestionBytes.of(question)).isNotEqualTo(QuestionBytes.of(Questions.ofSixItems()));
    }

    @Test
    void what_is_not_known_is_not_in_it() {
        var known = Questions.about(Questions.item("HOUSING", AnswerType.STATUS));
        var unknown = new Question(
                known.action(),
                known.purpose(),
                known.caseFacts(),
                PartnerFacts.unknown(known.provider().oin()),
                known.items(),
                List.of(new RecipientFacts(
                        PartnerFacts.unknown(Questions.PROBATION), new ActorFacts(null, null, null, null))),
                known.time(),
                null,
                null,
                null,
                Grounds.none(),
                List.of());

        var json = new String(QuestionBytes.of(unknown).json(), UTF_8);

        assertThat(json)
                .doesNotContain("null")
                .doesNotContain("necessity")
                .doesNotContain("partnership")
                .doesNotContain("goodCare")
                .contains("\"actor\":{}")
                .contains("\"consents\":[]");
    }
}
