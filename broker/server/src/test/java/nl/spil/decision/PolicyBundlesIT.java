package nl.spil.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import nl.spil.Recorders;
import nl.spil.ledger.Draft;
import nl.spil.ledger.EntryKind;
import nl.spil.ledger.FactScope;
import nl.spil.ledger.FactsVersions;
import nl.spil.ledger.LedgerFixture;
import nl.spil.ledger.StaleFacts;
import nl.spil.ledger.Writing;
import nl.spil.protocol.proof.LeafHeader;
import nl.spil.protocol.seal.SigningKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which rules an installation lets itself be governed by, and how they change while it runs. */
class PolicyBundlesIT {
    private static final Mandate SOURCE = new Mandate.Source();

    private final LedgerFixture log = LedgerFixture.fresh();
    private final JdbcClient jdbc = JdbcClient.create(log.database().runtime());
    private final BundleKey key = new BundleKey(SigningKey.generateEs256());
    private final AtomicInteger ended = new AtomicInteger();

    @AfterEach
    void the_ledger_is_whole() {
        log.close();
    }

    @Test
    void the_first_start_takes_the_rules_it_came_with_and_records_that_once() {
        assertThat(started(TestBundles.COMMITTED).version()).isEqualTo(TestBundles.COMMITTED.version());
        assertThat(started(TestBundles.COMMITTED).version()).isEqualTo(TestBundles.COMMITTED.version());

        assertThat(activations()).isOne();
    }

    @Test
    void rules_are_used_from_their_activation_on_without_a_restart() {
        var bundles = started(TestBundles.COMMITTED);
        var question = Questions.ofSixItems();
        var texts = bundles.texts();
        var later = TestBundles.changed(1, "texts.json", text -> text.replace("\"title\":\"", "\"title\":\"Nieuw: "));

        var before = bundles.decide(question);
        var offer = bundles.offer(signed(later), SOURCE);
        var after = bundles.decide(question);

        assertThat(offer).isInstanceOf(Offer.Accepted.class);
        assertThat(before.policy()).isEqualTo(TestBundles.COMMITTED.version());
        assertThat(after.policy()).isEqualTo(later.version());
        assertThat(after.answers()).isEqualTo(before.answers());
        assertThat(texts.of("not_admitted", Locale.of("nl")).title()).startsWith("Nieuw: ");
    }

    @Test
    void a_restart_goes_on_with_the_rules_that_were_activated_last() {
        var later = TestBundles.later(1);
        started(TestBundles.COMMITTED).offer(signed(later), SOURCE);

        var again = started(TestBundles.COMMITTED);

        assertThat(again.version()).isEqualTo(later.version());
        assertThat(again.decide(Questions.ofSixItems()).policy()).isEqualTo(later.version());
        assertThat(again.waiting()).isEmpty();
    }

    @Test
    void rules_that_come_with_an_update_of_the_software_wait_for_approval() {
        started(TestBundles.COMMITTED);

        var updated = started(TestBundles.later(1));

        assertThat(updated.version()).isEqualTo(TestBundles.COMMITTED.version());
        assertThat(updated.waiting()).hasValue(TestBundles.later(1).version());
        assertThat(activations()).isOne();
    }

    @Test
    void an_installation_from_before_archives_were_kept_goes_on_with_the_rules_it_used() {
        legacy(TestBundles.COMMITTED.version());

        var bundles = started(TestBundles.COMMITTED);

        assertThat(bundles.version()).isEqualTo(TestBundles.COMMITTED.version());
        assertThat(bundles.archive(bundles.version())).isPresent();
        assertThat(activations()).isOne();
    }

    @Test
    void other_rules_under_a_revision_that_was_used_are_no_start() {
        legacy(new PolicyVersion(TestBundles.FIRST, "sha256:" + "a".repeat(64)));

        assertThatThrownBy(() -> started(TestBundles.COMMITTED)).isInstanceOf(BundleRefused.class);
    }

    @Test
    void rules_that_another_installation_signed_are_no_start() {
        started(TestBundles.COMMITTED);

        var elsewhere = new BundleKey(SigningKey.generateEs256());

        assertThatThrownBy(() -> started(elsewhere, TestBundles.COMMITTED, this::engine))
                .isInstanceOf(BundleRefused.class);
    }

    @Test
    void an_archive_that_was_changed_in_the_database_is_not_believed() {
        started(TestBundles.COMMITTED);
        var other = new BundleKey(SigningKey.generateEs256()).sign(TestBundles.COMMITTED);
        JdbcClient.create(log.database().owner())
                .sql("update policy_bundle set archive = ?")
                .param(other.bytes())
                .update();

        assertThatThrownBy(() -> started(TestBundles.COMMITTED)).isInstanceOf(BundleRefused.class);
    }

    @Test
    void each_thing_that_is_wrong_refuses_and_changes_nothing() {
        var bundles = started(TestBundles.COMMITTED);
        var later = TestBundles.later(1);
        var strangers = new BundleKey(SigningKey.generateEs256()).sign(later);
        var unknown = TestBundles.changed(1, "obligations.json", text -> "[\"something_new\"," + text.substring(1));
        var senseless = TestBundles.changed(1, "policy.wasm", _ -> "no program");
        var tampered = key.sign(later).bytes();
        tampered[tampered.length / 2] ^= 1;

        assertThat(bundles.offer(tampered, SOURCE)).isEqualTo(refused(RefusedBecause.NOT_WHOLE));
        assertThat(bundles.offer(later.bytes(), SOURCE)).isEqualTo(refused(RefusedBecause.SIGNATURE_UNKNOWN));
        assertThat(bundles.offer(strangers.bytes(), SOURCE)).isEqualTo(refused(RefusedBecause.SIGNATURE_UNKNOWN));
        assertThat(bundles.offer(signed(unknown), SOURCE)).isEqualTo(refused(RefusedBecause.OBLIGATION_UNKNOWN));
        assertThat(bundles.offer(signed(TestBundles.COMMITTED), SOURCE))
                .isEqualTo(new Offer.AlreadyInUse(TestBundles.COMMITTED.version()));
        assertThat(bundles.offer(signed(senseless), SOURCE)).isEqualTo(refused(RefusedBecause.NO_EXACT_ANSWER));

        assertThat(bundles.version()).isEqualTo(TestBundles.COMMITTED.version());
        assertThat(activations()).isOne();
    }

    @Test
    void an_older_revision_never_comes_back() {
        var bundles = started(TestBundles.COMMITTED);
        bundles.offer(signed(TestBundles.later(2)), SOURCE);

        assertThat(bundles.offer(signed(TestBundles.later(1)), SOURCE)).isEqualTo(refused(RefusedBecause.NOT_NEWER));
        assertThat(bundles.offer(signed(TestBundles.COMMITTED), SOURCE)).isEqualTo(refused(RefusedBecause.NOT_NEWER));
        assertThat(bundles.version()).isEqualTo(TestBundles.later(2).version());
    }

    @Test
    void rules_that_give_no_exact_answer_are_not_used() {
        var bundles = started(
                key,
                TestBundles.COMMITTED,
                bundle -> bundle.version().revision() == TestBundles.FIRST
                        ? engine(bundle)
                        : new Engine(
                                _ -> {
                                    throw new DecisionUnavailable("other rules");
                                },
                                ended::incrementAndGet));

        assertThat(bundles.offer(signed(TestBundles.later(1)), SOURCE))
                .isEqualTo(refused(RefusedBecause.NO_EXACT_ANSWER));

        assertThat(bundles.version()).isEqualTo(TestBundles.COMMITTED.version());
        assertThat(ended).as("the engine that was tried has ended").hasValue(1);
    }

    @Test
    void what_the_old_rules_decided_does_not_commit_after_the_activation() {
        var bundles = started(TestBundles.COMMITTED);
        var readAt = FactsVersions.of(java.util.Map.of(FactScope.policy(), bundles.factsVersion()));
        var decided = Writing.of(Draft.of("x", EntryKind.PRE_CHECK, LeafHeader.none(), java.util.Map.of()));

        bundles.offer(signed(TestBundles.later(1)), SOURCE);

        assertThatThrownBy(() -> log.ledger().record(decided.readAt(readAt))).isInstanceOf(StaleFacts.class);
        var now = FactsVersions.of(java.util.Map.of(FactScope.policy(), bundles.factsVersion()));
        log.ledger().record(decided.readAt(now));
    }

    @Test
    void another_node_follows_and_until_then_none_of_its_decisions_commits() {
        var one = started(TestBundles.COMMITTED);
        var other = started(TestBundles.COMMITTED);
        one.offer(signed(TestBundles.later(1)), SOURCE);

        assertThat(other.factsVersion()).isLessThan(one.factsVersion());
        other.follow();

        assertThat(other.version()).isEqualTo(TestBundles.later(1).version());
        assertThat(other.factsVersion()).isEqualTo(one.factsVersion());
    }

    @Test
    void of_nodes_that_activate_at_the_same_moment_one_does_and_the_others_find_it_done() throws Exception {
        var nodes =
                List.of(started(TestBundles.COMMITTED), started(TestBundles.COMMITTED), started(TestBundles.COMMITTED));
        var archive = signed(TestBundles.later(1));

        var offers = atOnce(nodes.stream()
                .<Callable<Offer>>map(node -> () -> node.offer(archive, SOURCE))
                .toList());

        assertThat(offers).hasOnlyElementsOfTypes(Offer.Accepted.class, Offer.AlreadyInUse.class);
        assertThat(offers).filteredOn(Offer.Accepted.class::isInstance).hasSize(1);
        assertThat(nodes)
                .allSatisfy(node -> assertThat(node.version())
                        .isEqualTo(TestBundles.later(1).version()));
        assertThat(activations()).isEqualTo(2);
    }

    @Test
    void a_question_under_way_is_answered_by_the_rules_it_was_put_to_which_end_after_it() throws Exception {
        var asked = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var bundles = started(key, TestBundles.COMMITTED, bundle -> {
            var real = engine(bundle);
            return bundle.version().revision() > TestBundles.FIRST
                    ? real
                    : new Engine(
                            question -> {
                                asked.countDown();
                                await(goOn);
                                return real.decide(question);
                            },
                            () -> {
                                ended.incrementAndGet();
                                real.retire();
                            });
        });

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var slow = threads.submit(() -> bundles.decide(Questions.ofSixItems()));
            asked.await();
            bundles.offer(signed(TestBundles.later(1)), SOURCE);
            assertThat(ended).as("the old engine still works").hasValue(0);
            assertThat(bundles.decide(Questions.ofSixItems()).policy())
                    .isEqualTo(TestBundles.later(1).version());

            goOn.countDown();

            assertThat(slow.get().policy()).isEqualTo(TestBundles.COMMITTED.version());
            assertThat(ended).hasValue(1);
        }
    }

    @Test
    void activations_under_load_lose_no_decision() throws Exception {
        var bundles = started(TestBundles.COMMITTED);
        var question = Questions.ofSixItems();
        var expected = bundles.decide(question).answers();
        var asking = new ArrayList<Callable<Decision>>();
        for (var i = 0; i < 2; i++) {
            asking.add(() -> {
                var last = bundles.decide(question);
                while (last.policy().revision() < TestBundles.FIRST + 3) {
                    last = bundles.decide(question);
                    assertThat(last.answers()).isEqualTo(expected);
                }
                return last;
            });
        }

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var decided = asking.stream().map(threads::submit).toList();
            for (var revision = 1; revision <= 3; revision++) {
                assertThat(bundles.offer(signed(TestBundles.later(revision)), SOURCE))
                        .isInstanceOf(Offer.Accepted.class);
            }
            for (var one : decided) {
                assertThat(one.get().policy()).isEqualTo(TestBundles.later(3).version());
            }
        }
    }

    private void legacy(PolicyVersion policy) {
        var activation = key.sign(policy);
        jdbc.sql("insert into policy_activation (revision, digest, signed_by, signature, activated_at, entry)"
                        + " values (?, ?, ?, ?, now(), 0)")
                .params(
                        policy.revision(),
                        policy.digest(),
                        activation.signedBy().value(),
                        activation.signature())
                .update();
    }

    private PolicyBundles started(BundleArchive committed) {
        return started(key, committed, this::engine);
    }

    private PolicyBundles started(
            BundleKey bundleKey, BundleArchive committed, Function<PolicyBundle, Engine> engines) {
        return PolicyBundles.start(
                new Activations(jdbc, Recorders.activations(log.ledger()), bundleKey, Clock.systemUTC()),
                new Admission(bundleKey, TestBundles.COMMITTED.bundle().obligations(), engines),
                committed);
    }

    private Engine engine(PolicyBundle bundle) {
        var point = new WasmDecisionPoint(
                new InstancePool(new WasmProgram(bundle), 2, Duration.ofSeconds(20)),
                new AnswerReader(bundle.version(), bundle.obligations()));
        return new Engine(point, point::close);
    }

    private byte[] signed(BundleArchive archive) {
        return key.sign(archive).bytes();
    }

    private static Offer refused(RefusedBecause reason) {
        return new Offer.Refused(reason);
    }

    private long activations() {
        return jdbc.sql("select count(*) from policy_activation")
                .query(Long.class)
                .single();
    }

    private static <T> List<T> atOnce(List<Callable<T>> calls) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = new ArrayList<T>();
            for (var result : threads.invokeAll(calls)) {
                results.add(result.get());
            }
            return results;
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
