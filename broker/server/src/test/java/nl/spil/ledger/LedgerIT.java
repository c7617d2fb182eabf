package nl.spil.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import nl.spil.protocol.CaseId;
import nl.spil.protocol.Oin;
import nl.spil.protocol.proof.LeafHeader;
import nl.spil.protocol.proof.Verdict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerIT {
    private static final Oin POLICE = new Oin("00000099000000001000");
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-01T09:00:00Z"));
    private final InstantSource clock = now::get;
    private final LedgerFixture fixture = LedgerFixture.fresh(clock);

    @AfterEach
    void the_whole_log_is_as_it_was_written() {
        fixture.close();
    }

    @Test
    void what_is_recorded_has_a_receipt_that_verifies_with_the_key_of_the_log_alone() {
        var disclosure = draft("one");
        var refusal = draft("another");

        var placed = fixture.ledger().record(Writing.of(disclosure, refusal));

        var proven = placed.of(refusal).receipt().verify(fixture.key());
        assertThat(placed.of(disclosure).index()).isZero();
        assertThat(placed.of(refusal).value()).isEqualTo("another");
        assertThat(proven.index()).isEqualTo(1);
        assertThat(proven.leaf().type()).isEqualTo("disclosure");
        assertThat(proven.leaf().time()).isEqualTo(now.get());
        assertThat(proven.leaf().header().from()).isEqualTo(POLICE);
        assertThat(proven.checkpoint().size()).isEqualTo(2);
        assertThat(fixture.ledger().receipt(0).verify(fixture.key()).index()).isZero();
    }

    @Test
    void many_callers_at_once_get_gapless_places_and_receipts_that_all_verify() throws Exception {
        var callers = 64;
        var each = 25;
        var indices = new ConcurrentSkipListSet<Long>();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = IntStream.range(0, callers).<Callable<Void>>mapToObj(caller -> () -> {
                for (var i = 0; i < each; i++) {
                    var placed = fixture.ledger().record(Writing.of(draft("a"), draft("b")));
                    for (var entry : placed.entries()) {
                        entry.receipt().verify(fixture.key());
                        indices.add(entry.index());
                    }
                }
                return null;
            });
            for (var done : threads.invokeAll(calls.toList())) {
                done.get();
            }
        }

        assertThat(indices).hasSize(2 * callers * each);
        assertThat(indices.getLast()).isEqualTo(2L * callers * each - 1);
        for (var index = 0L; index < indices.size(); index += 97) {
            assertThat(fixture.ledger().receipt(index).verify(fixture.key()).index())
                    .isEqualTo(index);
        }
    }

    @Test
    void a_decision_on_facts_that_have_changed_is_not_recorded() {
        var scope = FactScope.caseFile(CaseId.random());
        var before = fixture.ledger().versionsOf(List.of(scope));
        fixture.ledger().record(Writing.of(draft("withdrawal")).bumping(scope));

        var late = Writing.of(draft("late")).readAt(before);

        assertThatThrownBy(() -> fixture.ledger().record(late))
                .isInstanceOfSatisfying(
                        StaleFacts.class, stale -> assertThat(stale.scopes()).containsExactly(scope));
        var again = late.readAt(fixture.ledger().versionsOf(List.of(scope)));
        assertThat(fixture.ledger().record(again).entries().getFirst().index()).isEqualTo(1);
    }

    @Test
    void a_decision_whose_time_has_run_out_is_not_recorded() {
        var writing = Writing.of(draft("in time")).validUntil(now.get().plusSeconds(1));
        fixture.ledger().record(writing);

        now.set(now.get().plusSeconds(1));

        assertThatThrownBy(() -> fixture.ledger().record(writing))
                .isInstanceOfSatisfying(
                        StaleFacts.class, stale -> assertThat(stale.scopes()).isEmpty());
    }

    @Test
    void time_in_the_log_never_goes_back() {
        var first = draft("first");
        var second = draft("second");
        var at = fixture.ledger().record(Writing.of(first)).of(first).time();

        now.set(now.get().minusSeconds(3600));

        assertThat(fixture.ledger().record(Writing.of(second)).of(second).time())
                .isEqualTo(at);
    }

    @Test
    void a_question_is_kept_once_for_all_decisions_that_rest_on_it() {
        var question = Question.of("{\"what\":\"may be\"}".getBytes(UTF_8));
        var writing = Writing.of(
                draft("received"),
                draft("one").decidedOn(question),
                draft("two").decidedOn(question));

        fixture.ledger().record(writing);

        var stored = fixture.ledger().reader().stored(0, 3);
        assertThat(stored)
                .extracting(LogReader.Stored::question)
                .containsExactly(null, "{\"what\":\"may be\"}".getBytes(UTF_8), null);
        assertThat(new String(stored.get(2).record(), UTF_8))
                .contains("\"back\":1")
                .contains("\"facts\":{}");
    }

    @Test
    void the_log_goes_on_where_it_was_after_a_restart() {
        fixture.ledger().record(Writing.of(draft("before")));

        fixture.reopen();

        var after = draft("after");
        var recorded = fixture.ledger().record(Writing.of(after)).of(after);
        assertThat(recorded.index()).isEqualTo(1);
        assertThat(recorded.receipt().verify(fixture.key()).checkpoint().size()).isEqualTo(2);
    }

    @Test
    void a_second_broker_on_the_same_log_refuses_to_start(@TempDir Path elsewhere) {
        assertThatThrownBy(() -> Ledger.open(
                        fixture.database().runtime()::getConnection,
                        fixture.database().runtime(),
                        fixture.keys(),
                        elsewhere,
                        clock))
                .isInstanceOf(LogRefused.class)
                .hasMessageContaining("another broker");
    }

    private static Draft<String> draft(String value) {
        return Draft.of(
                value,
                EntryKind.DISCLOSURE,
                LeafHeader.none().from(POLICE).verdict(Verdict.PERMIT),
                Map.of("case", "c", "released", List.of("HEALTH")));
    }
}
