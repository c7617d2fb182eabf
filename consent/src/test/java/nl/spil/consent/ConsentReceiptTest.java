package nl.spil.consent;

import static nl.spil.consent.Consents.GIVEN;
import static nl.spil.consent.Consents.consent;
import static nl.spil.consent.Consents.registered;
import static nl.spil.consent.Consents.until;
import static nl.spil.consent.Consents.withdrawn;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.spil.protocol.Purpose;
import org.junit.jupiter.api.Test;

class ConsentReceiptTest {
    private static final Instant LATER = GIVEN.plusSeconds(3600);
    private static final CollectionMethod METHOD = new CollectionMethod("In het gesprek");

    @Test
    void the_data_subject_reads_who_may_share_what_with_whom_and_how_to_take_it_back() {
        var processing = processing(registered(consent()));

        assertThat(processing)
                .containsEntry("purpose", "urn:spil:purpose:case-consultation")
                .containsEntry("piiControllers", List.of("urn:oin:00000099000000001000"))
                .containsEntry(
                        "recipientThirdParties",
                        List.of("urn:oin:00000099000000002000", "urn:oin:00000099000000003000"))
                .containsEntry("piiInformation", List.of(Map.of("piiType", "HEALTH"), Map.of("piiType", "MEDICATION")))
                .containsEntry("explicit", true)
                .containsEntry("consentKind", "SECRECY_RELEASE")
                .containsEntry("collectionMethod", "In het gesprek");
        assertThat(String.valueOf(processing.get("withdrawalMethod"))).contains("no consequences");
    }

    @Test
    void a_consent_in_force_has_one_event_its_giving() {
        assertThat(events(registered(until(LATER.plusSeconds(1)))))
                .containsExactly(Map.of(
                        "eventTime", "2026-03-01T09:00:00Z",
                        "eventState", "ConsentGiven",
                        "entityId", "SELF",
                        "validUntil", "2026-03-01T10:00:01Z"));
    }

    @Test
    void a_withdrawal_is_told_with_its_moment() {
        assertThat(events(withdrawn(consent(), LATER)).getLast())
                .isEqualTo(Map.of("eventTime", LATER.toString(), "eventState", "ConsentWithdrawn"));
    }

    @Test
    void the_end_of_a_term_is_told_with_its_moment() {
        assertThat(events(registered(until(LATER))).getLast())
                .isEqualTo(Map.of("eventTime", LATER.toString(), "eventState", "ConsentExpired"));
    }

    private static Object part(RegisteredConsent registered, String name) {
        var receipt = new ConsentReceipt(registered, METHOD, new Purpose("case-consultation"));
        return Objects.requireNonNull(receipt.members(LATER).get(name), name);
    }

    @SuppressWarnings("unchecked") // The receipt is a tree of maps and lists, for a JSON writer.
    private static Map<String, Object> processing(RegisteredConsent registered) {
        return ((List<Map<String, Object>>) part(registered, "piiProcessing")).getFirst();
    }

    @SuppressWarnings("unchecked") // As above.
    private static List<Map<String, Object>> events(RegisteredConsent registered) {
        return (List<Map<String, Object>>) part(registered, "events");
    }
}
