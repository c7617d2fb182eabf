package nl.spil.consent;

import static nl.spil.consent.Consents.CARE;
import static nl.spil.consent.Consents.GIVEN;
import static nl.spil.consent.Consents.MUNICIPALITY;
import static nl.spil.consent.Consents.categories;
import static nl.spil.consent.Consents.consent;
import static nl.spil.consent.Consents.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ConsentTest {

    @Test
    void a_consent_names_at_least_one_recipient_and_one_category() {
        var kind = ConsentKind.SECRECY_RELEASE;

        assertThatThrownBy(() -> Consents.of(CARE, Set.of(), categories("HEALTH"), true, kind, null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Consents.of(CARE, Set.of(MUNICIPALITY), Set.of(), true, kind, null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nobody_consents_to_sharing_with_the_one_who_has_it_already() {
        assertThatThrownBy(() ->
                        Consents.of(CARE, Set.of(CARE), categories("HEALTH"), true, ConsentKind.SECRECY_RELEASE, null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_consent_cannot_end_before_it_was_given() {
        assertThatThrownBy(() -> until(GIVEN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> until(GIVEN.minusSeconds(1))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nobody_can_widen_a_consent_that_was_given() {
        var recipients = new TreeSet<>(Set.of(MUNICIPALITY));
        var consent = Consents.of(CARE, recipients, categories("HEALTH"), true, ConsentKind.SECRECY_RELEASE, null);

        recipients.add(Consents.HOUSING);

        assertThat(consent.recipients()).containsExactly(MUNICIPALITY);
        assertThatThrownBy(() -> consent.recipients().add(Consents.HOUSING))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> consent.categories().addAll(categories("JUDICIAL")))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    /** The register keeps microseconds; a retry that says nanoseconds is still the same consent. */
    @Test
    void a_moment_finer_than_the_register_keeps_does_not_make_another_consent() {
        var fine = from(GIVEN.plusNanos(1_234), GIVEN.plusSeconds(60).plusNanos(999));
        var coarse = from(GIVEN.plusNanos(1_000), GIVEN.plusSeconds(60));

        assertThat(fine).isEqualTo(coarse);
    }

    private static Consent from(java.time.Instant givenAt, java.time.Instant validUntil) {
        var like = consent();
        return new Consent(
                like.id(),
                like.caseId(),
                like.subject(),
                like.provider(),
                like.recipients(),
                like.categories(),
                like.kind(),
                like.explicit(),
                like.givenBy(),
                givenAt,
                validUntil);
    }

    @Test
    void an_id_has_one_spelling() {
        var text = "7a3c1a52-70a5-4a7e-8f30-00000000000a";

        assertThat(ConsentId.of(text)).hasToString(text);
        assertThatThrownBy(() -> ConsentId.of(text.toUpperCase(Locale.ROOT)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ConsentId.of("1-1-1-1-1")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void how_a_consent_was_collected_is_said_in_a_few_words_that_are_never_printed() {
        var words = "Besproken en ondertekend in het gesprek van maart";

        assertThat(new CollectionMethod(words).toString()).doesNotContain("gesprek");
        assertThatThrownBy(() -> new CollectionMethod("  ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CollectionMethod("x".repeat(201))).isInstanceOf(IllegalArgumentException.class);
        assertThat(new CollectionMethod("x".repeat(200)).words()).hasSize(200);
    }
}
