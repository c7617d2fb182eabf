package nl.spil.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import nl.spil.decision.BundleArchive;
import nl.spil.decision.PolicyBundles;
import nl.spil.decision.RunningPolicies;
import nl.spil.ledger.LedgerFixture;
import nl.spil.problem.Rejected;
import nl.spil.protocol.EmployeeId;
import nl.spil.protocol.Oin;
import nl.spil.protocol.Problem;
import nl.spil.protocol.Sha256;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nothing comes into use around a gate, and each gate is enough to stop it. */
class PolicyDeskIT {
    private static final TestReport TESTS = new TestReport(Sha256.of("report"), 120, 15);
    private static final Person AUTHOR = person("emp-author");
    private static final Person MEMBER = person("emp-rac");
    private static final Person OTHER_MEMBER = person("emp-rac-2");
    private static final Person APPROVER = person("emp-approver");

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-01T09:00:00Z"));
    private final LedgerFixture log = LedgerFixture.fresh();
    private final JdbcClient jdbc = JdbcClient.create(log.database().runtime());
    private final PolicyBundles bundles = RunningPolicies.on(log);
    private final List<ReplayReports.Report> replayed = new ArrayList<>();
    private final Proposals proposals = new Proposals(jdbc);
    private final Archives archives = new Archives(proposals, bundles);
    private final PolicyLog steps = new PolicyLog(log.ledger());
    private final FilingDesk filings = new FilingDesk(proposals, archives, steps, bundles, now::get);
    private final PolicyDesk desk =
            new PolicyDesk(proposals, archives, steps, new Evidence(log.ledger()), bundles, this::replays, now::get);
    private final BundleArchive candidate = RunningPolicies.later(1);
    private final long revision = candidate.version().revision();

    @AfterEach
    void the_ledger_is_whole() {
        bundles.close();
        log.close();
    }

    @Test
    void rules_of_which_nothing_is_missing_are_used_and_the_ledger_says_on_whose_word() {
        complete(candidate);

        desk.activate(revision, APPROVER, null);

        assertThat(bundles.version()).isEqualTo(candidate.version());
        var entry = jdbc.sql("select entry from policy_activation where revision = ?")
                .param(revision)
                .query(Long.class)
                .single();
        var record = log.ledger().recordOf(entry).orElseThrow();
        assertThat(record.path("author").stringValue("")).isEqualTo(AUTHOR.toString());
        assertThat(record.path("approver").stringValue("")).isEqualTo(APPROVER.toString());
        assertThat(record.path("reviewers").path(0).stringValue("")).isEqualTo(MEMBER.toString());
        assertThat(record.path("replay").stringValue(""))
                .isEqualTo("replay-of-" + candidate.version().digest());
        assertThat(record.path("tests").stringValue(""))
                .isEqualTo(TESTS.report().value());
    }

    @Test
    void of_a_fresh_proposal_everything_is_missing_at_once() {
        filings.propose(candidate.bytes(), TESTS, AUTHOR);

        refused(() -> desk.activate(revision, APPROVER, null), "replay-missing", "review-missing", "approval-missing");
    }

    @Test
    void without_a_replay_of_exactly_these_rules_nothing_is_approved_or_activated() {
        filings.propose(candidate.bytes(), TESTS, AUTHOR);
        replayed.add(new ReplayReports.Report("replay-of-sha256:other", now.get()));
        review(MEMBER, true);

        refused(() -> desk.approve(revision, APPROVER), "replay-missing");
        refused(() -> desk.activate(revision, APPROVER, null), "replay-missing", "approval-missing");
    }

    @Test
    void without_a_positive_review_nothing_is_approved_or_activated() {
        filings.propose(candidate.bytes(), TESTS, AUTHOR);
        replay(candidate);

        refused(() -> desk.approve(revision, APPROVER), "review-missing");
        refused(() -> desk.activate(revision, APPROVER, null), "review-missing", "approval-missing");
    }

    @Test
    void an_author_reviews_and_approves_nothing_of_its_own() {
        filings.propose(candidate.bytes(), TESTS, AUTHOR);
        replay(candidate);
        review(AUTHOR, true);
        refused(() -> desk.activate(revision, APPROVER, null), "review-missing", "approval-missing");
        review(MEMBER, true);

        assertThatThrownBy(() -> desk.approve(revision, AUTHOR))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        refused -> assertThat(refused.type().code()).isEqualTo("own-proposal"));

        refused(() -> desk.activate(revision, AUTHOR, null), "approval-missing");
    }

    @Test
    void one_objection_stops_it_until_that_member_takes_it_back() {
        complete(candidate);
        review(OTHER_MEMBER, false);
        refused(() -> desk.activate(revision, APPROVER, null), "review-negative");

        review(OTHER_MEMBER, true);
        desk.activate(revision, APPROVER, null);

        assertThat(bundles.version()).isEqualTo(candidate.version());
    }

    @Test
    void a_rejection_is_final() {
        complete(candidate);
        desk.reject(revision, OTHER_MEMBER, "Te ruim.");

        refused(() -> desk.activate(revision, APPROVER, null), "proposal-rejected");
        refused(() -> desk.approve(revision, APPROVER), "proposal-rejected");
        refused(() -> review(MEMBER, true), "proposal-rejected");
        refused(() -> desk.reject(revision, MEMBER, "Dat vind ik ook."), "proposal-rejected");
        assertThat(bundles.version().revision()).isEqualTo(RunningPolicies.firstRevision());
    }

    @Test
    void an_older_proposal_is_passed_by() {
        var newer = RunningPolicies.later(2);
        complete(candidate);
        complete(newer);
        desk.activate(newer.version().revision(), APPROVER, null);

        refused(() -> desk.activate(revision, APPROVER, null), "revision-not-newer");
        assertThat(bundles.version()).isEqualTo(newer.version());
    }

    @Test
    void the_same_rules_are_proposed_once_and_other_rules_under_their_number_never() {
        assertThat(filings.propose(candidate.bytes(), TESTS, AUTHOR)).isInstanceOf(Filing.Filed.class);
        assertThat(filings.propose(candidate.bytes(), TESTS, MEMBER)).isInstanceOf(Filing.Known.class);
        assertThat(desk.find(revision).author()).isEqualTo(AUTHOR);

        var sameNumber = RunningPolicies.withOtherTexts(1);
        assertThatThrownBy(() -> filings.propose(sameNumber.bytes(), TESTS, AUTHOR))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        refused -> assertThat(refused.type().code()).isEqualTo("revision-taken"));
    }

    @Test
    void what_can_never_be_used_is_no_proposal() {
        var tampered = candidate.bytes();
        tampered[tampered.length / 2] ^= 1;

        refused(() -> filings.propose(tampered, TESTS, AUTHOR), "not-whole");
        refused(() -> filings.propose(RunningPolicies.later(0).bytes(), TESTS, AUTHOR), "not-newer");
        refused(() -> filings.propose(RunningPolicies.signedElsewhere(1).bytes(), TESTS, AUTHOR), "signature-unknown");
        refused(
                () -> filings.propose(RunningPolicies.withUnknownObligation(1).bytes(), TESTS, AUTHOR),
                "obligation-unknown");
        assertThat(desk.all()).isEmpty();
    }

    @Test
    void an_approval_that_stands_in_the_tables_and_not_in_the_ledger_is_none() {
        filings.propose(candidate.bytes(), TESTS, AUTHOR);
        replay(candidate);
        review(MEMBER, true);
        JdbcClient.create(log.database().owner())
                .sql("insert into policy_step (entry, revision, kind, partner, employee, at, replay)"
                        + " values (1, ?, 'APPROVAL', ?, 'emp-nobody', now(), 'x')")
                .params(revision, APPROVER.partner().value())
                .update();

        refused(() -> desk.activate(revision, APPROVER, null), "log-differs");
        assertThat(bundles.version().revision()).isEqualTo(RunningPolicies.firstRevision());
    }

    @Test
    void an_ordered_activation_waits_for_its_moment_and_then_needs_nobody() {
        complete(candidate);
        desk.activate(revision, APPROVER, now.get().plusSeconds(3_600));
        desk.carryOutOrders();
        assertThat(bundles.version().revision()).isEqualTo(RunningPolicies.firstRevision());

        now.set(now.get().plusSeconds(3_600));
        desk.carryOutOrders();

        assertThat(bundles.version()).isEqualTo(candidate.version());
        desk.carryOutOrders();
    }

    @Test
    void an_ordered_activation_does_not_happen_when_something_is_missing_by_then() {
        complete(candidate);
        desk.activate(revision, APPROVER, now.get().plusSeconds(3_600));
        review(OTHER_MEMBER, false);

        now.set(now.get().plusSeconds(3_601));
        desk.carryOutOrders();

        assertThat(bundles.version().revision()).isEqualTo(RunningPolicies.firstRevision());
    }

    @Test
    void the_way_back_is_earlier_rules_under_a_higher_revision_through_the_same_gates() {
        complete(candidate);
        desk.activate(revision, APPROVER, null);

        filings.proposeAgain(RunningPolicies.firstRevision(), revision + 1, AUTHOR);
        refused(
                () -> desk.activate(revision + 1, APPROVER, null),
                "replay-missing",
                "review-missing",
                "approval-missing");
        var back = desk.find(revision + 1);
        assertThat(back.again()).isEqualTo(RunningPolicies.firstRevision());
        finish(RunningPolicies.later(2));
        desk.activate(revision + 1, APPROVER, null);

        assertThat(bundles.version()).isEqualTo(RunningPolicies.later(2).version());
    }

    @Test
    void rules_that_came_with_an_update_are_proposed_like_any_other() {
        try (var updated = LedgerFixture.fresh();
                var node = RunningPolicies.updated(updated, 1)) {
            var register = new Proposals(JdbcClient.create(updated.database().runtime()));
            var kept = new Archives(register, node);
            var door = new FilingDesk(register, kept, new PolicyLog(updated.ledger()), node, now::get);

            door.proposeWaiting(revision, AUTHOR);

            assertThat(register.find(revision).orElseThrow().policy()).isEqualTo(candidate.version());
            assertThat(kept.of(revision)).isPresent();
            assertThat(node.version().revision()).isEqualTo(RunningPolicies.firstRevision());
        }
        assertThatThrownBy(() -> filings.proposeWaiting(revision, AUTHOR)).isInstanceOf(Rejected.class);
    }

    @Test
    void activating_at_once_activates_once() throws Exception {
        complete(candidate);
        var calls = new ArrayList<Callable<Proposal>>();
        for (var i = 0; i < 6; i++) {
            calls.add(() -> desk.activate(revision, APPROVER, null));
        }

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var call : threads.invokeAll(calls)) {
                assertThat(call.get().policy()).isEqualTo(candidate.version());
            }
        }

        assertThat(jdbc.sql("select count(*) from policy_activation")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    private void complete(BundleArchive archive) {
        filings.propose(archive.bytes(), TESTS, AUTHOR);
        finish(archive);
    }

    private void finish(BundleArchive archive) {
        replay(archive);
        var number = archive.version().revision();
        desk.review(number, at -> new Step.Review(MEMBER, at, true, "Akkoord.", List.of("Wgs 1.8(6)")));
        desk.approve(number, APPROVER);
    }

    private Proposal review(Person by, boolean positive) {
        return desk.review(revision, at -> new Step.Review(by, at, positive, "Gezien.", List.of()));
    }

    private void replay(BundleArchive archive) {
        replayed.add(new ReplayReports.Report("replay-of-" + archive.version().digest(), now.get()));
    }

    private List<ReplayReports.Report> replays(String bundle) {
        return replayed.stream()
                .filter(report -> report.digest().equals("replay-of-" + bundle))
                .toList();
    }

    private static void refused(Callable<?> call, String... codes) {
        assertThatThrownBy(call::call)
                .isInstanceOfSatisfying(
                        Rejected.class,
                        refused -> assertThat(refused.problems())
                                .extracting(Problem::code)
                                .containsExactly(codes));
    }

    private static Person person(String employee) {
        return new Person(new Oin("00000099000000000002"), new EmployeeId(employee));
    }
}
