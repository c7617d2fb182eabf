package nl.spil;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.spil.casefile.CaseFixture;
import nl.spil.consent.CollectionMethod;
import nl.spil.consent.Consent;
import nl.spil.consent.ConsentId;
import nl.spil.consent.ConsentInForce;
import nl.spil.consent.ConsentKind;
import nl.spil.consent.ConsentRegister;
import nl.spil.consent.GivenBy;
import nl.spil.consent.RegisteredConsent;
import nl.spil.consent.Registration;
import nl.spil.protocol.CaseId;
import nl.spil.protocol.DataCategory;
import nl.spil.protocol.EmployeeId;
import nl.spil.protocol.Oin;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The consent register on a real database, wired to the real ledger; the whole ledger is checked at the end. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsentRegisterIT {
    private static final EmployeeId NURSE = new EmployeeId("nurse-4");
    private static final CollectionMethod METHOD = new CollectionMethod("Getekend in het gesprek");
    private static final Oin CARE = new Oin("00000099000000001000");
    private static final Oin MUNICIPALITY = new Oin("00000099000000002000");
    private static final Oin PROBATION = new Oin("00000099000000003000");

    private final CaseFixture cases = CaseFixture.fresh();
    private final CaseId caseId = cases.registered();
    private final Instant given = Instant.now().minusSeconds(600).truncatedTo(ChronoUnit.MICROS);
    private final ConsentRegister register = ConsentRegister.over(
            cases.jdbc(),
            RegisterWiring.underCaseKey(cases.keys()),
            RegisterWiring.consentRecorder(cases.ledger().ledger()),
            Instant::now);

    @AfterAll
    void checkTheWholeLedger() {
        cases.close();
    }

    @Test
    void what_was_given_is_in_force_for_exactly_its_recipients() {
        var consent = consent();
        register.give(consent, METHOD, NURSE);

        var inForce = inForce(consent, CARE, MUNICIPALITY, PROBATION);

        assertThat(inForce).singleElement().satisfies(one -> {
            assertThat(one.recipient()).isEqualTo(MUNICIPALITY);
            assertThat(one.categories()).containsExactly(new DataCategory("HEALTH"));
            assertThat(one.explicit()).isTrue();
        });
        assertThat(inForce(consent, PROBATION, MUNICIPALITY)).isEmpty();
    }

    @Test
    void a_consent_in_another_case_does_not_help() {
        var consent = consent();
        register.give(consent, METHOD, NURSE);

        var elsewhere = register.inForce(cases.registered(), CARE, List.of(MUNICIPALITY), Instant.now());

        assertThat(elsewhere).isEmpty();
    }

    @Test
    void the_same_registration_twice_is_recorded_once() {
        var consent = consent();
        var first = registered(register.give(consent, METHOD, NURSE));
        var size = entries();

        var again = registered(register.give(consent, METHOD, NURSE));

        assertThat(again).isEqualTo(first);
        assertThat(entries()).isEqualTo(size);
    }

    @Test
    void a_retry_that_says_its_moment_to_the_nanosecond_is_the_same_registration() {
        var fine = consent(new ConsentId(UUID.randomUUID()), given.plusNanos(123), null, "HEALTH");
        var first = registered(register.give(fine, METHOD, NURSE));

        assertThat(registered(register.give(fine, METHOD, NURSE))).isEqualTo(first);
    }

    @Test
    void another_consent_under_a_known_id_is_refused_and_changes_nothing() {
        var consent = consent();
        register.give(consent, METHOD, NURSE);

        var wider = consent(consent.id(), given, null, "HEALTH", "MEDICATION");

        assertThat(register.give(wider, METHOD, NURSE)).isEqualTo(new Registration.IdTaken());
        assertThat(register.give(consent, new CollectionMethod("Per telefoon"), NURSE))
                .isEqualTo(new Registration.IdTaken());
        assertThat(register.find(consent.id()).orElseThrow().consent()).isEqualTo(consent);
    }

    @Test
    void a_withdrawn_consent_is_not_in_force_from_that_moment() {
        var consent = consent();
        register.give(consent, METHOD, NURSE);

        var withdrawn = register.withdraw(consent.id(), NURSE).orElseThrow();

        assertThat(withdrawn.withdrawal()).isNotNull();
        assertThat(inForce(consent, CARE, MUNICIPALITY)).isEmpty();
    }

    @Test
    void taking_it_back_again_changes_nothing() {
        var consent = consent();
        register.give(consent, METHOD, NURSE);
        var first = register.withdraw(consent.id(), NURSE);
        var size = entries();

        var again = register.withdraw(consent.id(), NURSE);

        assertThat(again).isEqualTo(first);
        assertThat(entries()).isEqualTo(size);
    }

    @Test
    void registering_a_withdrawn_consent_again_does_not_bring_it_back() {
        var consent = consent();
        register.give(consent, METHOD, NURSE);
        register.withdraw(consent.id(), NURSE);

        var again = registered(register.give(consent, METHOD, NURSE));

        assertThat(again.withdrawal()).isNotNull();
        assertThat(inForce(consent, CARE, MUNICIPALITY)).isEmpty();
    }

    @Test
    void what_was_never_given_cannot_be_withdrawn() {
        assertThat(register.withdraw(new ConsentId(UUID.randomUUID()), NURSE)).isEmpty();
    }

    @Test
    void many_who_give_and_withdraw_the_same_consent_at_once_do_each_once() throws Exception {
        var consent = consent();
        var before = entries();

        var registered = atOnce(() -> registered(register.give(consent, METHOD, NURSE)));
        var withdrawn = atOnce(() -> register.withdraw(consent.id(), NURSE).orElseThrow());

        assertThat(registered).hasSize(1);
        assertThat(withdrawn).hasSize(1);
        assertThat(entries()).isEqualTo(before + 2);
    }

    @Test
    void a_consent_whose_term_ended_is_not_in_force() {
        var ended = consent(new ConsentId(UUID.randomUUID()), given, given.plusSeconds(60), "HEALTH");
        register.give(ended, METHOD, NURSE);

        assertThat(register.inForce(caseId, CARE, List.of(MUNICIPALITY), given.plusSeconds(59)))
                .extracting(ConsentInForce::id)
                .contains(ended.id());
        assertThat(inForce(ended, CARE, MUNICIPALITY)).isEmpty();
    }

    @Test
    void the_words_of_the_provider_are_stored_so_that_only_the_key_of_the_case_opens_them() {
        var consent = consent();
        var registered = registered(register.give(consent, METHOD, NURSE));
        var stored = cases.jdbc()
                .sql("select method from consent where id = ?")
                .param(consent.id().value())
                .query(byte[].class)
                .single();

        assertThat(register.methodOf(registered)).isEqualTo(METHOD);
        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("Getekend");
    }

    @Test
    void the_broker_itself_cannot_change_or_remove_what_was_registered() {
        register.give(consent(), METHOD, NURSE);

        assertThatThrownBy(() ->
                        cases.jdbc().sql("update consent set explicit = true").update())
                .hasRootCauseMessage("ERROR: permission denied for table consent");
        assertThatThrownBy(
                        () -> cases.jdbc().sql("delete from consent_withdrawal").update())
                .hasRootCauseMessage("ERROR: permission denied for table consent_withdrawal");
    }

    private long entries() {
        return cases.jdbc()
                .sql("select count(*) from log_entry")
                .query(Long.class)
                .single();
    }

    private List<ConsentInForce> inForce(Consent consent, Oin provider, Oin... recipients) {
        return register.inForce(caseId, provider, List.of(recipients), Instant.now()).stream()
                .filter(one -> one.id().equals(consent.id()))
                .toList();
    }

    private Consent consent() {
        return consent(new ConsentId(UUID.randomUUID()), given, null, "HEALTH");
    }

    private Consent consent(ConsentId id, Instant givenAt, @Nullable Instant until, String... categories) {
        var named = new TreeSet<DataCategory>();
        for (var category : categories) {
            named.add(new DataCategory(category));
        }
        return new Consent(
                id,
                caseId,
                CaseFixture.SUBJECT,
                CARE,
                new TreeSet<>(Set.of(MUNICIPALITY)),
                named,
                ConsentKind.SECRECY_RELEASE,
                true,
                GivenBy.SELF,
                givenAt,
                until);
    }

    private static RegisteredConsent registered(Registration registration) {
        if (registration instanceof Registration.Registered(var consent)) {
            return consent;
        }
        throw new AssertionError("not registered but " + registration);
    }

    /** The different answers to the same call, made eight times at once. */
    private static Set<RegisteredConsent> atOnce(Callable<RegisteredConsent> call) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new java.util.HashSet<RegisteredConsent>();
            for (Future<RegisteredConsent> answer : threads.invokeAll(java.util.Collections.nCopies(8, call))) {
                answers.add(answer.get());
            }
            return answers;
        }
    }
}
