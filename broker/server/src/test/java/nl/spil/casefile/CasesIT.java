package nl.spil.casefile;

import static nl.spil.casefile.CaseFixture.by;
import static nl.spil.casefile.CaseFixture.done;
import static nl.spil.casefile.CaseFixture.wanted;
import static nl.spil.casefile.KnownPartners.HOUSING;
import static nl.spil.casefile.KnownPartners.MENTAL_HEALTH_CARE;
import static nl.spil.casefile.KnownPartners.MUNICIPALITY;
import static nl.spil.casefile.KnownPartners.NEIGHBOURHOOD_TEAM;
import static nl.spil.casefile.KnownPartners.OPERATOR;
import static nl.spil.casefile.KnownPartners.POLICE;
import static nl.spil.casefile.KnownPartners.PROBATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import nl.spil.casefile.CaseChange.Conflict;
import nl.spil.casefile.CaseChange.Done;
import nl.spil.casefile.CaseChange.NotAllowed;
import nl.spil.casefile.CaseChange.NotVisible;
import nl.spil.partner.Partner;
import nl.spil.protocol.CaseId;
import nl.spil.protocol.Oin;
import nl.spil.protocol.ParticipantClass;
import nl.spil.protocol.Purpose;
import nl.spil.protocol.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The life of a case on a real database; the ledger is checked at the end. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CasesIT {
    private static final Terms AT_ONCE = new Terms(null, null, false);
    private CaseFixture cases = CaseFixture.fresh();

    @BeforeAll
    void open() {
        assertThat(cases.files().find(CaseId.random())).isEmpty();
    }

    @AfterAll
    void checkTheWholeLedger() {
        cases.close();
    }

    @Test
    void a_registered_case_is_known_to_who_registered_it_and_to_the_public_participants() {
        var id = cases.registered();

        var file = cases.files().find(id).orElseThrow();

        assertThat(file.admissions()).containsOnlyKeys(NEIGHBOURHOOD_TEAM.oin(), MUNICIPALITY.oin(), POLICE.oin());
        assertThat(file.stage().stage()).isEqualTo(Stage.REGISTERED);
        assertThat(file.decidedBy(MUNICIPALITY.oin(), Instant.now())).isTrue();
        assertThat(file.decidedBy(NEIGHBOURHOOD_TEAM.oin(), Instant.now())).isFalse();
    }

    @Test
    void a_case_may_be_registered_with_one_public_participant_only() {
        var whole = wanted(CaseId.random());
        var withOne = new NewCase(
                whole.id(), whole.purpose(), whole.goal(), whole.type(), whole.subjects(), Set.of(MUNICIPALITY.oin()));

        var done = done(cases.opening.register(withOne, by(NEIGHBOURHOOD_TEAM)));

        assertThat(done.caseFile().admissions()).containsOnlyKeys(NEIGHBOURHOOD_TEAM.oin(), MUNICIPALITY.oin());
    }

    @Test
    void the_same_registration_twice_is_one_case_and_another_under_its_id_is_refused() {
        var wanted = wanted(CaseId.random());
        var first = done(cases.opening.register(wanted, by(NEIGHBOURHOOD_TEAM)));

        var again = done(cases.opening.register(wanted, by(NEIGHBOURHOOD_TEAM)));
        var other = new NewCase(
                wanted.id(),
                new Purpose("triage"),
                wanted.goal(),
                wanted.type(),
                wanted.subjects(),
                wanted.participants());

        assertThat(again.entry()).isEqualTo(first.entry());
        assertThat(cases.opening.register(other, by(NEIGHBOURHOOD_TEAM))).isEqualTo(new Conflict("conflict"));
        assertThat(cases.opening.register(wanted, by(POLICE))).isEqualTo(new Conflict("conflict"));
    }

    @Test
    void only_participants_register_cases() {
        for (var outsider : List.of(HOUSING, OPERATOR)) {
            assertThat(cases.opening.register(wanted(CaseId.random()), by(outsider)))
                    .isEqualTo(new NotAllowed());
        }
    }

    @Test
    void a_partner_that_does_not_take_part_cannot_tell_whether_the_case_exists() {
        var id = cases.registered();

        var there = cases.decisions.move(id, Stage.TRIAGE, by(PROBATION));
        var notThere = cases.decisions.move(CaseId.random(), Stage.TRIAGE, by(PROBATION));

        assertThat(there).isEqualTo(notThere).isEqualTo(new NotVisible());
    }

    @Test
    void only_public_participants_admit_and_move() {
        var id = cases.registered();

        assertThat(cases.decisions.admit(id, PROBATION.oin(), AT_ONCE, by(NEIGHBOURHOOD_TEAM)))
                .isEqualTo(new NotAllowed());
        assertThat(cases.decisions.move(id, Stage.TRIAGE, by(NEIGHBOURHOOD_TEAM)))
                .isEqualTo(new NotAllowed());
        assertThat(cases.decisions.admit(id, PROBATION.oin(), AT_ONCE, by(MUNICIPALITY)))
                .isInstanceOf(Done.class);
    }

    @Test
    void admitting_twice_is_admitting_once() {
        var id = cases.registered();
        var first = done(cases.decisions.admit(id, PROBATION.oin(), AT_ONCE, by(MUNICIPALITY)));

        var again = done(cases.decisions.admit(id, PROBATION.oin(), AT_ONCE, by(POLICE)));

        assertThat(again.entry()).isEqualTo(first.entry());
    }

    @Test
    void an_incidental_third_party_is_admitted_until_a_moment_and_no_longer() {
        var id = cases.registered();
        var until = Instant.now().plusSeconds(3_600).truncatedTo(ChronoUnit.SECONDS);

        var endless = cases.decisions.admit(id, HOUSING.oin(), AT_ONCE, by(MUNICIPALITY));
        var over = cases.decisions.admit(
                id, HOUSING.oin(), new Terms(null, Instant.now().minusSeconds(1), true), by(MUNICIPALITY));
        var done = done(cases.decisions.admit(id, HOUSING.oin(), new Terms(null, until, true), by(MUNICIPALITY)));

        assertThat(endless).isEqualTo(new Conflict("incidental-without-end"));
        assertThat(over).isEqualTo(new Conflict("admission-over"));
        assertThat(done.caseFile().admissionAt(HOUSING.oin(), until.minusSeconds(1)))
                .map(Admission::participantClass)
                .hasValue(ParticipantClass.INCIDENTAL);
        assertThat(done.caseFile().admissionAt(HOUSING.oin(), until)).isEmpty();
    }

    @Test
    void nobody_unknown_is_admitted_and_the_operator_never() {
        var id = cases.registered();

        for (var stranger : List.of(new Oin("00000099000000009999"), OPERATOR.oin())) {
            assertThat(cases.decisions.admit(id, stranger, AT_ONCE, by(MUNICIPALITY)))
                    .isEqualTo(new Conflict("partner-unknown"));
        }
    }

    @Test
    void a_removed_partner_no_longer_takes_part_and_may_be_admitted_again() {
        var id = cases.registered();
        cases.admit(id, MENTAL_HEALTH_CARE);

        var removed = done(cases.decisions.remove(id, MENTAL_HEALTH_CARE.oin(), by(MUNICIPALITY)));
        var again = done(cases.decisions.remove(id, MENTAL_HEALTH_CARE.oin(), by(MUNICIPALITY)));
        var back = done(cases.decisions.admit(id, MENTAL_HEALTH_CARE.oin(), AT_ONCE, by(MUNICIPALITY)));

        assertThat(removed.caseFile().admissions()).doesNotContainKey(MENTAL_HEALTH_CARE.oin());
        assertThat(again.entry()).isEqualTo(removed.entry());
        assertThat(back.caseFile().admissions()).containsKey(MENTAL_HEALTH_CARE.oin());
    }

    @Test
    void the_last_public_participant_cannot_be_removed() {
        var id = cases.registered();
        cases.remove(id, POLICE);

        assertThat(cases.decisions.remove(id, MUNICIPALITY.oin(), by(MUNICIPALITY)))
                .isEqualTo(new Conflict("last-public-participant"));
    }

    @Test
    void stages_follow_the_order_of_the_law_and_a_repeated_step_is_one_step() {
        var id = cases.registered();

        var skipped = cases.decisions.move(id, Stage.CONSULTATION, by(MUNICIPALITY));
        var triage = done(cases.decisions.move(id, Stage.TRIAGE, by(MUNICIPALITY)));
        var again = done(cases.decisions.move(id, Stage.TRIAGE, by(POLICE)));

        assertThat(skipped).isEqualTo(new Conflict("stage-order"));
        assertThat(triage.caseFile().stage().stage()).isEqualTo(Stage.TRIAGE);
        assertThat(again.entry()).isEqualTo(triage.entry());
    }

    @Test
    void closing_shields_the_case_and_nothing_opens_it_again() {
        var id = cases.inConsultation();

        cases.moved(id, Stage.CLOSED);

        assertThat(cases.files().find(id).orElseThrow().shielded()).isTrue();
        assertThat(cases.decisions.move(id, Stage.CONSULTATION, by(MUNICIPALITY)))
                .isEqualTo(new Conflict("stage-order"));
        assertThat(cases.decisions.admit(id, PROBATION.oin(), AT_ONCE, by(MUNICIPALITY)))
                .isEqualTo(new Conflict("case-closed"));
    }

    @Test
    void two_partners_that_move_a_case_at_once_move_it_one_step() throws Exception {
        var id = cases.registered();

        var outcomes = new ArrayList<CaseChange>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var moving = new ArrayList<Callable<CaseChange>>();
            for (var i = 0; i < 8; i++) {
                var partner = i % 2 == 0 ? MUNICIPALITY : POLICE;
                moving.add(() -> cases.decisions.move(id, Stage.TRIAGE, by(partner)));
            }
            for (var outcome : threads.invokeAll(moving)) {
                outcomes.add(outcome.get());
            }
        }

        assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome).isInstanceOf(Done.class));
        assertThat(outcomes.stream().map(outcome -> done(outcome).entry()).distinct())
                .hasSize(1);
    }

    @Test
    void a_partner_lists_its_own_cases_page_by_page() {
        var fixture = cases;
        var one = fixture.registered();
        var two = fixture.registered();
        fixture.admit(one, PROBATION);
        fixture.admit(two, PROBATION);

        var all = listed(PROBATION, -1, 100);
        var page = listed(PROBATION, -1, all.size() - 1);
        var rest = listed(PROBATION, page.getLast().registered().entry(), 100);

        assertThat(all).extracting(CaseFile::id).contains(one, two);
        assertThat(rest).extracting(CaseFile::id).containsExactly(all.getLast().id());
    }

    @Test
    void the_goal_is_stored_sealed_and_destroying_the_key_makes_it_unreadable() {
        var wanted = wanted(CaseId.random());
        cases.opening.register(wanted, by(NEIGHBOURHOOD_TEAM));

        assertThat(cases.opening.goalOf(wanted.id())).isEqualTo(wanted.goal());
        assertThat(new String(cases.files().goal(wanted.id()), java.nio.charset.StandardCharsets.UTF_8))
                .doesNotContain("Hulp");

        cases.keys().destroy(wanted.id());

        assertThatThrownBy(() -> cases.opening.goalOf(wanted.id())).isInstanceOf(Unreadable.class);
    }

    private List<CaseFile> listed(Partner partner, long after, int limit) {
        return cases.files().of(partner.oin(), Instant.now(), after, limit);
    }
}
