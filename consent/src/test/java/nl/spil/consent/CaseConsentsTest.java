package nl.spil.consent;

import static nl.spil.consent.Consents.CARE;
import static nl.spil.consent.Consents.GIVEN;
import static nl.spil.consent.Consents.HOUSING;
import static nl.spil.consent.Consents.MUNICIPALITY;
import static nl.spil.consent.Consents.PROBATION;
import static nl.spil.consent.Consents.categories;
import static nl.spil.consent.Consents.consent;
import static nl.spil.consent.Consents.registered;
import static nl.spil.consent.Consents.until;
import static nl.spil.consent.Consents.withdrawn;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import nl.spil.protocol.DataCategory;
import nl.spil.protocol.Oin;
import org.junit.jupiter.api.Test;

class CaseConsentsTest {
    private static final Instant LATER = GIVEN.plusSeconds(3600);
    private static final List<Oin> BOTH = List.of(MUNICIPALITY, PROBATION);

    @Test
    void a_consent_is_in_force_from_the_moment_it_was_given() {
        var given = registered(consent());

        assertThat(inForce(given, BOTH, GIVEN.minusNanos(1))).isEmpty();
        assertThat(inForce(given, BOTH, GIVEN)).hasSize(2);
        assertThat(given.stateAt(GIVEN.minusNanos(1))).isEqualTo(new ConsentState.NotYet());
        assertThat(given.stateAt(GIVEN)).isEqualTo(new ConsentState.Given());
    }

    @Test
    void a_consent_whose_term_ended_is_no_longer_in_force() {
        var given = registered(until(LATER));

        assertThat(inForce(given, BOTH, LATER.minusNanos(1))).hasSize(2);
        assertThat(inForce(given, BOTH, LATER)).isEmpty();
        assertThat(given.stateAt(LATER)).isEqualTo(new ConsentState.Expired(LATER));
    }

    @Test
    void a_withdrawn_consent_is_no_longer_in_force() {
        var withdrawn = withdrawn(consent(), LATER);

        assertThat(inForce(withdrawn, BOTH, LATER)).isEmpty();
        assertThat(withdrawn.stateAt(LATER)).isEqualTo(new ConsentState.Withdrawn(LATER));
    }

    /** Nodes do not agree on the time to the millisecond, and a withdrawal is never to be raced. */
    @Test
    void a_withdrawn_consent_is_not_in_force_for_a_clock_that_runs_behind_either() {
        var withdrawn = withdrawn(consent(), LATER);

        assertThat(inForce(withdrawn, BOTH, LATER.minusSeconds(60))).isEmpty();
        assertThat(withdrawn.stateAt(LATER.minusSeconds(60))).isEqualTo(new ConsentState.Given());
    }

    @Test
    void a_withdrawal_counts_before_the_end_of_the_term() {
        var withdrawn = withdrawn(until(LATER.plusSeconds(1)), LATER);

        assertThat(withdrawn.stateAt(LATER.plusSeconds(1))).isEqualTo(new ConsentState.Withdrawn(LATER));
    }

    @Test
    void a_consent_towards_another_recipient_does_not_help() {
        assertThat(inForce(registered(consent()), List.of(HOUSING), LATER)).isEmpty();
    }

    @Test
    void only_the_recipients_asked_about_and_named_get_the_consent() {
        var inForce = inForce(registered(consent()), List.of(HOUSING, PROBATION), LATER);

        assertThat(inForce).extracting(ConsentInForce::recipient).containsExactly(PROBATION);
    }

    @Test
    void a_consent_to_another_provider_does_not_help() {
        var consents = new CaseConsents(List.of(registered(consent())));

        assertThat(consents.inForce(PROBATION, BOTH, LATER)).isEmpty();
        assertThat(consents.inForce(MUNICIPALITY, List.of(CARE), LATER)).isEmpty();
    }

    /** Whether the categories suffice is for policy; it must hear exactly those that were named. */
    @Test
    void policy_hears_no_other_category_than_the_ones_named() {
        var inForce = inForce(registered(consent()), List.of(MUNICIPALITY), LATER);

        assertThat(inForce)
                .singleElement()
                .satisfies(one -> assertThat(one.categories())
                        .containsExactly(new DataCategory("HEALTH"), new DataCategory("MEDICATION")));
    }

    /** A release from secrecy must be explicit; the register tells, and policy judges. */
    @Test
    void policy_hears_whether_a_consent_was_explicit_and_of_which_kind() {
        var implied = Consents.consent(false, ConsentKind.SERVICE_AGREEMENT, null);

        assertThat(inForce(registered(implied), List.of(MUNICIPALITY), LATER))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.explicit()).isFalse();
                    assertThat(one.kind()).isEqualTo(ConsentKind.SERVICE_AGREEMENT);
                });
        assertThat(inForce(registered(consent()), List.of(MUNICIPALITY), LATER))
                .singleElement()
                .matches(ConsentInForce::explicit);
    }

    @Test
    void a_narrower_consent_given_beside_it_does_not_widen_and_a_withdrawn_one_does_not_take_it_along() {
        var narrow = Consents.of(
                CARE, java.util.Set.of(MUNICIPALITY), categories("HOUSING"), true, ConsentKind.SECRECY_RELEASE, null);
        var consents = new CaseConsents(List.of(withdrawn(consent(), LATER), registered(narrow)));

        var inForce = consents.inForce(CARE, BOTH, LATER);

        assertThat(inForce).singleElement().satisfies(one -> {
            assertThat(one.recipient()).isEqualTo(MUNICIPALITY);
            assertThat(one.categories()).containsExactly(new DataCategory("HOUSING"));
        });
    }

    @Test
    void what_was_read_at_one_moment_stays_as_it_was_read() {
        var list = new ArrayList<RegisteredConsent>();
        var consents = new CaseConsents(list);

        list.add(registered(consent()));

        assertThat(consents.inForce(CARE, BOTH, LATER)).isEmpty();
    }

    private static List<ConsentInForce> inForce(RegisteredConsent registered, Collection<Oin> recipients, Instant at) {
        return new CaseConsents(List.of(registered)).inForce(CARE, recipients, at);
    }
}
