package nl.spil.disclosure;

import static nl.spil.disclosure.Examples.HEALTH;
import static nl.spil.disclosure.Examples.HOUSING;
import static nl.spil.disclosure.Examples.RECIPIENT;
import static nl.spil.disclosure.Examples.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import nl.spil.disclosure.Outcome.Disclosure;
import nl.spil.disclosure.Outcome.Refusal;
import nl.spil.protocol.DisclosureId;
import nl.spil.protocol.proof.Verdict;
import org.junit.jupiter.api.Test;

class RulingTest {

    @Test
    void permits_only_what_the_answer_permits() {
        var ruling = Ruling.of(RECIPIENT, List.of(HEALTH, HOUSING), answer(List.of(HOUSING), List.of(HEALTH)));

        assertThat(ruling.permittedIds()).containsExactly(HOUSING.id());
        assertThat(ruling.verdict()).isEqualTo(Verdict.PARTLY);
        assertThat(Outcome.of(ruling)).isInstanceOf(Disclosure.class);
    }

    @Test
    void an_item_the_answer_does_not_mention_is_refused() {
        var ruling = Ruling.of(RECIPIENT, List.of(HEALTH), answer(List.of(), List.of()));

        assertThat(ruling.permittedIds()).isEmpty();
        assertThat(Outcome.of(ruling)).isInstanceOf(Refusal.class);
    }

    @Test
    void an_item_that_was_not_asked_about_is_never_permitted() {
        var ruling = Ruling.of(RECIPIENT, List.of(HEALTH), answer(List.of(HEALTH, HOUSING), List.of()));

        assertThat(ruling.permittedIds()).containsExactly(HEALTH.id());
    }

    @Test
    void nothing_permitted_is_no_disclosure() {
        var nothing = Ruling.of(RECIPIENT, List.of(HEALTH), answer(List.of(), List.of(HEALTH)));

        assertThatThrownBy(() -> new Disclosure(DisclosureId.random(), nothing))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
