package nl.spil.disclosure;

import static nl.spil.disclosure.Examples.HEALTH;
import static nl.spil.disclosure.Examples.HOUSING;
import static nl.spil.disclosure.Examples.RECIPIENT;
import static nl.spil.disclosure.Examples.answer;
import static nl.spil.disclosure.Examples.noOnwardUse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.spil.decision.ActionName;
import nl.spil.decision.Answer;
import nl.spil.decision.CaseFacts;
import nl.spil.decision.Decision;
import nl.spil.decision.DecisionUnavailable;
import nl.spil.decision.ItemFacts;
import nl.spil.decision.Obligation;
import nl.spil.decision.PartnerFacts;
import nl.spil.decision.PolicyVersion;
import nl.spil.decision.Question;
import nl.spil.decision.QuestionBytes;
import nl.spil.decision.RecipientFacts;
import nl.spil.protocol.CaseId;
import nl.spil.protocol.Grounds;
import nl.spil.protocol.Oin;
import nl.spil.protocol.Purpose;
import nl.spil.protocol.Stage;
import org.junit.jupiter.api.Test;

class ObedienceTest {
    private static final Oin PROVIDER = new Oin("00000099000000000002");

    private final Question question = question(HEALTH);

    @Test
    void obeys_an_answer_about_exactly_what_was_asked() {
        var decision = decision(answer(List.of(HEALTH), List.of(), noOnwardUse(HEALTH)));

        assertThat(Obedience.ofPolicies().checked(question, decision)).isSameAs(decision);
    }

    @Test
    void an_answer_that_permits_more_than_was_asked_is_no_answer() {
        refuses(decision(answer(List.of(HEALTH, HOUSING), List.of())));
    }

    @Test
    void an_answer_that_leaves_an_item_out_is_no_answer() {
        refuses(decision(answer(List.of(), List.of())));
    }

    @Test
    void an_answer_that_leaves_a_recipient_out_is_no_answer() {
        refuses(new Decision(policy(), QuestionBytes.of(question), new TreeMap<>()));
    }

    @Test
    void an_obligation_nobody_here_knows_cannot_be_obeyed() {
        var unheardOf = new Obligation("burn_after_reading", noOnwardUse(HEALTH).items());

        refuses(decision(answer(List.of(HEALTH), List.of(), unheardOf)));
    }

    @Test
    void an_obligation_on_something_that_is_not_permitted_makes_no_sense() {
        refuses(decision(answer(List.of(), List.of(HEALTH), noOnwardUse(HEALTH))));
    }

    private void refuses(Decision decision) {
        assertThatThrownBy(() -> Obedience.ofPolicies().checked(question, decision))
                .isInstanceOf(DecisionUnavailable.class);
    }

    private Decision decision(Answer answer) {
        return new Decision(policy(), QuestionBytes.of(question), new TreeMap<>(Map.of(RECIPIENT, answer)));
    }

    private static PolicyVersion policy() {
        return new PolicyVersion(1, "sha256:" + "0".repeat(64));
    }

    private static Question question(AskedItem... items) {
        var purpose = new Purpose("case-consultation");
        return new Question(
                ActionName.DISCLOSE,
                purpose,
                new CaseFacts(CaseId.random(), purpose, true, "COMPLEX", Stage.CONSULTATION, false),
                PartnerFacts.unknown(PROVIDER),
                Stream.of(items)
                        .map(item -> new ItemFacts(
                                item.id(), item.category(), item.answerType(), item.subject(), null, null))
                        .toList(),
                List.of(new RecipientFacts(PartnerFacts.unknown(RECIPIENT), null)),
                Instant.ofEpochSecond(1_780_000_000),
                null,
                null,
                null,
                Grounds.none(),
                List.of());
    }
}
