package nl.spil.decision;

import static nl.spil.decision.Questions.MUNICIPALITY;
import static nl.spil.decision.Questions.PROBATION;
import static nl.spil.decision.Questions.item;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.spil.protocol.AnswerType;
import nl.spil.protocol.Oin;
import org.junit.jupiter.api.Test;

/** What every engine that evaluates the committed rules keeps. */
abstract class PolicyDecisionPointContract {
    abstract PolicyDecisionPoint point();

    @Test
    void health_data_go_only_to_the_recipient_there_is_consent_for() {
        var health = item("HEALTH", AnswerType.SUMMARY);

        var decision = point().decide(Questions.about(health));

        assertThat(decision.of(MUNICIPALITY).permitted()).containsExactly(health.id());
        assertThat(decision.of(MUNICIPALITY).bases().get(health.id()))
                .extracting(Basis::code)
                .containsExactly("consent");
        assertThat(decision.of(PROBATION).permitted()).isEmpty();
        assertThat(decision.of(PROBATION).refused().get(health.id()))
                .extracting(Reason::code)
                .contains("health_without_basis");
        assertThat(decision.policy()).isEqualTo(PolicyBundle.committed().version());
    }

    @Test
    void a_partner_nobody_knows_gets_nothing() {
        var stranger = new Oin("00000099000000009999");
        var asked = new RecipientFacts(PartnerFacts.unknown(stranger), null);

        var answer = point().decide(Questions.about(List.of(asked), item("HOUSING", AnswerType.STATUS)))
                .of(stranger);

        assertThat(answer.permitted()).isEmpty();
        assertThat(answer.refused()).hasSize(1);
    }

    @Test
    void two_items_with_one_id_are_both_refused() {
        var health = item("HEALTH", AnswerType.SUMMARY);

        var answer = point().decide(Questions.about(health, health)).of(MUNICIPALITY);

        assertThat(answer.permitted()).isEmpty();
        assertThat(answer.refused()).containsOnlyKeys(health.id());
    }

    @Test
    void a_recipient_named_twice_gets_nothing() {
        var question =
                Questions.about(List.of(Questions.probation(), Questions.probation()), item("CARE", AnswerType.YES_NO));

        var answer = point().decide(question).of(PROBATION);

        assertThat(answer.permitted()).isEmpty();
    }
}
