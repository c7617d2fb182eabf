package nl.spil.disclosure;

import static nl.spil.disclosure.Region.CARE;
import static nl.spil.disclosure.Region.MUNICIPALITY;
import static nl.spil.disclosure.Region.OUTSIDER;
import static nl.spil.disclosure.Region.PROBATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import nl.spil.decision.Decision;
import nl.spil.decision.DecisionUnavailable;
import nl.spil.decision.RealPolicies;
import nl.spil.disclosure.Outcome.Disclosure;
import nl.spil.disclosure.Outcome.Refusal;
import nl.spil.ledger.LedgerUnavailable;
import nl.spil.ledger.StaleFacts;
import nl.spil.problem.ProblemType;
import nl.spil.problem.Rejected;
import nl.spil.protocol.CaseId;
import nl.spil.protocol.ContentDigest;
import nl.spil.protocol.ExchangeId;
import nl.spil.protocol.ParticipantClass;
import nl.spil.protocol.UnsoundMessage;
import nl.spil.protocol.proof.Verdict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One exchange through the door: what is let through, what is not, and what happens when something fails. */
class ExchangeDoorIT {
    private final Region region = Region.open();
    private final Rooms rooms = region.rooms();

    @AfterEach
    void the_whole_ledger_is_as_it_was_written() {
        region.close();
    }

    @Test
    void releases_only_what_policy_permits_item_by_item_and_recipient_by_recipient() {
        var submission = region.sealed();

        var sent = rooms.send(submission).sent();

        assertThat(outcome(sent, MUNICIPALITY).ruling().permittedIds()).hasSize(2);
        assertThat(outcome(sent, PROBATION).ruling().permitted())
                .extracting(item -> item.item().category().code())
                .containsExactly("IDENTIFYING");
        assertThat(outcome(sent, PROBATION).ruling().refused().getFirst().reasons())
                .extracting(reason -> reason.code())
                .contains("health_without_basis");
    }

    @Test
    void every_recipient_has_its_entry_and_every_receipt_verifies_with_the_key_of_the_log_alone() {
        var sent = rooms.send(region.sealed()).sent();

        var received = sent.receipt().verify(region.log.key());
        assertThat(received.leaf().type()).isEqualTo("exchange-received");
        assertThat(received.leaf().header().exchange()).isEqualTo(sent.exchange());
        assertThat(sent.recipients())
                .extracting(told ->
                        told.receipt().verify(region.log.key()).leaf().header().to())
                .containsExactly(MUNICIPALITY.oin(), PROBATION.oin());
        assertThat(sent.recipients())
                .extracting(told ->
                        told.receipt().verify(region.log.key()).leaf().header().verdict())
                .containsExactly(Verdict.PERMIT, Verdict.PARTLY);
    }

    @Test
    void an_item_that_nobody_may_have_is_never_stored() {
        var housing = region.item("HOUSING", "eigen woning");

        var sent = rooms.send(region.sealed(List.of(housing), MUNICIPALITY, PROBATION))
                .sent();

        assertThat(sent.recipients()).extracting(Told::outcome).hasOnlyElementsOfType(Refusal.class);
        assertThat(region.count("disclosure")).isZero();
    }

    @Test
    void a_recipient_that_is_not_admitted_or_not_known_is_refused_by_policy_and_that_is_recorded() {
        var stranger = Member.of("00000099000000000777", "POLICE", ParticipantClass.PUBLIC);

        var sent = rooms.send(region.sealed(region.items(), OUTSIDER, stranger)).sent();

        for (var told : sent.recipients()) {
            assertThat(told.outcome()).isInstanceOf(Refusal.class);
            assertThat(told.outcome().ruling().refused())
                    .allSatisfy(item -> assertThat(item.reasons())
                            .extracting(reason -> reason.code())
                            .contains("not_admitted"));
            assertThat(told.receipt().verify(region.log.key()).leaf().type()).isEqualTo("refusal");
        }
        assertThat(region.count("disclosure")).isZero();
    }

    @Test
    void a_case_the_sender_takes_no_part_in_does_not_exist_for_it() {
        region.remove(CARE);
        var submission = region.sealed();

        assertThatThrownBy(() -> rooms.send(submission))
                .isInstanceOfSatisfying(
                        Rejected.class, rejected -> assertThat(rejected.type()).isEqualTo(ProblemType.NOT_FOUND));

        region.admit(CARE);
        assertThat(rooms.send(submission)).isInstanceOf(Received.First.class);
    }

    @Test
    void a_sending_that_is_not_in_order_hears_everything_at_once_and_leaves_nothing() {
        var submission = region.sealed();
        var before = region.entries();
        region.members.revoke(CARE.signing().id());
        region.now.set(region.now.get().plus(Duration.ofDays(31)));

        assertThatThrownBy(() -> rooms.send(CaseId.random(), submission.bytes()))
                .isInstanceOfSatisfying(
                        UnsoundMessage.class,
                        unsound -> assertThat(unsound.problems())
                                .extracting(problem -> problem.code())
                                .contains("expired", "key-unknown", "case-differs"));
        assertThat(region.entries()).isEqualTo(before);
        assertThat(region.count("exchange")).isZero();
        assertThat(region.count("disclosure")).isZero();
    }

    @Test
    void the_same_sending_five_times_at_once_is_one_exchange_with_one_answer() throws Exception {
        var submission = region.sealed();
        var before = region.entries();

        var answers = new ArrayList<Received>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = IntStream.range(0, 5).<Callable<Received>>mapToObj(_ -> () -> rooms.send(submission));
            for (var answer : threads.invokeAll(calls.toList())) {
                answers.add(answer.get());
            }
        }
        var afterRestart = region.rooms().send(submission);

        answers.add(afterRestart);
        assertThat(answers).filteredOn(Received.First.class::isInstance).hasSize(1);
        assertThat(answers).extracting(Received::sent).containsOnly(afterRestart.sent());
        assertThat(region.entries()).isEqualTo(before + 3);
        assertThat(region.count("disclosure")).isEqualTo(2);
    }

    @Test
    void a_retry_gets_its_first_answer_also_when_it_could_not_be_sent_any_more() {
        var submission = region.sealed();
        var first = rooms.send(submission);
        region.members.revoke(CARE.signing().id());
        region.now.set(region.now.get().plus(Duration.ofDays(31)));
        region.remove(CARE);

        var again = rooms.send(submission);

        assertThat(again).isInstanceOf(Received.Again.class);
        assertThat(again.sent()).isEqualTo(first.sent());
    }

    @Test
    void another_content_under_the_same_id_is_a_conflict_without_effect() {
        var claims = region.claims(ExchangeId.random(region.now.get()), MUNICIPALITY);
        rooms.send(Region.sealed(claims, region.items(), MUNICIPALITY));
        var before = region.entries();

        var other = Region.sealed(claims, List.of(region.item("IDENTIFYING", "iemand anders")), MUNICIPALITY);

        assertThatThrownBy(() -> rooms.send(other))
                .isInstanceOfSatisfying(
                        Rejected.class, rejected -> assertThat(rejected.type()).isEqualTo(ProblemType.CONFLICT));
        assertThat(region.entries()).isEqualTo(before);
        assertThat(region.count("disclosure")).isEqualTo(1);
    }

    @Test
    void a_fact_that_changes_while_policy_decides_means_deciding_again() {
        var asked = new AtomicInteger();
        var changing = region.rooms(question -> {
            if (asked.incrementAndGet() == 1) {
                region.withdrawConsent();
            }
            return RealPolicies.decisionPoint().decide(question);
        });

        var sent = changing.send(region.sealed()).sent();

        assertThat(asked).hasValue(2);
        assertThat(outcome(sent, MUNICIPALITY).ruling().permitted())
                .extracting(item -> item.item().category().code())
                .containsExactly("IDENTIFYING");
    }

    @Test
    void facts_that_never_stand_still_are_given_up_after_three_times() {
        var asked = new AtomicInteger();
        var restless = region.rooms(question -> {
            asked.incrementAndGet();
            region.admit(OUTSIDER);
            return RealPolicies.decisionPoint().decide(question);
        });
        var submission = region.sealed();

        assertThatThrownBy(() -> restless.send(submission)).isInstanceOf(StaleFacts.class);

        assertThat(asked).hasValue(3);
        assertThat(region.count("disclosure")).isZero();
    }

    @Test
    void an_answer_whose_time_is_over_before_it_is_recorded_is_not_used() {
        var late = region.rooms(question -> {
            var decision = RealPolicies.decisionPoint().decide(question);
            region.now.set(decision.validUntil().orElseThrow());
            return decision;
        });
        var submission = region.sealed();

        assertThatThrownBy(() -> late.send(submission)).isInstanceOf(StaleFacts.class);

        assertThat(region.count("disclosure")).isZero();
    }

    @Test
    void a_decision_point_that_permits_more_than_was_asked_opens_nothing() {
        var lying = region.rooms(question -> {
            var truth = RealPolicies.decisionPoint().decide(question);
            return new Decision(truth.policy(), truth.question(), Lies.permitting(truth.answers(), someItem()));
        });
        var before = region.entries();
        var submission = region.sealed();

        assertThatThrownBy(() -> lying.send(submission)).isInstanceOf(DecisionUnavailable.class);

        assertThat(region.entries()).isEqualTo(before);
        assertThat(region.count("disclosure")).isZero();
    }

    @Test
    void an_obligation_nobody_knows_keeps_everything_in() {
        var demanding = region.rooms(question -> {
            var truth = RealPolicies.decisionPoint().decide(question);
            return new Decision(truth.policy(), truth.question(), Lies.demanding(truth.answers(), "unheard_of"));
        });
        var submission = region.sealed();

        assertThatThrownBy(() -> demanding.send(submission)).isInstanceOf(DecisionUnavailable.class);

        assertThat(region.count("disclosure")).isZero();
    }

    @Test
    void nothing_is_released_while_the_ledger_cannot_be_written_and_all_is_well_afterwards() throws Exception {
        var submission = region.sealed();
        rooms.send(region.sealed());

        try (var owner = region.log.database().owner().getConnection()) {
            owner.setAutoCommit(false);
            owner.createStatement().execute("lock table log_entry in access exclusive mode");
            var started = System.nanoTime();

            assertThatThrownBy(() -> rooms.send(submission)).isInstanceOf(LedgerUnavailable.class);

            // A second is promised; the machine of a test may be busy.
            assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(5));
            owner.rollback();
        }
        assertThat(region.count("disclosure")).isEqualTo(2);
        assertThat(patiently(() -> rooms.send(submission))).isInstanceOf(Received.First.class);
        assertThat(region.count("disclosure")).isEqualTo(4);
    }

    @Test
    void a_failure_between_the_entries_and_the_deliveries_leaves_neither() throws Exception {
        var submission = region.sealed();
        var before = region.entries();
        breakDeliveries();

        assertThatThrownBy(() -> rooms.send(submission)).isInstanceOf(RuntimeException.class);

        assertThat(region.entries()).isEqualTo(before);
        assertThat(region.count("exchange")).isZero();
        assertThat(region.count("disclosure")).isZero();
        mendDeliveries();
        assertThat(patiently(() -> rooms.send(submission))).isInstanceOf(Received.First.class);
        assertThat(region.entries()).isEqualTo(before + 3);
    }

    @Test
    void nothing_is_released_while_the_log_is_not_what_was_signed_and_all_is_well_when_it_is_again() throws Exception {
        rooms.send(region.sealed());
        var submission = region.sealed();
        asOwner(
                "create table kept as select record from log_record where index = 0",
                "update log_record set record = record || 'x' where index = 0");
        region.log.look();

        assertThatThrownBy(() -> rooms.send(submission)).isInstanceOf(LedgerUnavailable.class);

        assertThat(region.count("disclosure")).isEqualTo(2);
        asOwner("update log_record set record = (select record from kept) where index = 0", "drop table kept");
        region.log.look();
        assertThat(rooms.send(submission)).isInstanceOf(Received.First.class);
        assertThat(region.count("disclosure")).isEqualTo(4);
    }

    private void breakDeliveries() throws Exception {
        asOwner("""
                create function broken() returns trigger language plpgsql as
                $$ begin raise exception 'no room for deliveries' using errcode = 'check_violation'; end $$
                """, "create trigger broken before insert on disclosure for each row execute function broken()");
    }

    private void mendDeliveries() throws Exception {
        asOwner("drop trigger broken on disclosure", "drop function broken");
    }

    private void asOwner(String... statements) throws Exception {
        try (var owner = region.log.database().owner().getConnection()) {
            for (var statement : statements) {
                owner.createStatement().execute(statement);
            }
        }
    }

    /** The ledger may need a moment to find its database again. */
    private static <T> T patiently(Callable<T> call) throws Exception {
        for (var tries = 0; ; tries++) {
            try {
                return call.call();
            } catch (LedgerUnavailable away) {
                if (tries == 20) {
                    throw away;
                }
                Thread.sleep(500);
            }
        }
    }

    private static ContentDigest someItem() {
        return new ContentDigest("A".repeat(43));
    }

    private static Disclosure outcome(Sent sent, Member recipient) {
        return sent.recipients().stream()
                .map(Told::outcome)
                .filter(outcome -> outcome.recipient().equals(recipient.oin()))
                .map(Disclosure.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
