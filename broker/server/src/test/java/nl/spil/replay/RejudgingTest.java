package nl.spil.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.spil.decision.BundleArchive;
import nl.spil.decision.Candidates;
import nl.spil.decision.PolicyVersion;
import nl.spil.decision.RecordedQuestion;
import nl.spil.decision.Rehearsal;
import nl.spil.ledger.Evidence;
import nl.spil.protocol.Sha256;
import nl.spil.protocol.proof.Leaf;
import nl.spil.protocol.proof.LeafBytes;
import nl.spil.protocol.proof.LeafHeader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class RejudgingTest {
    private static final PolicyVersion OLD = new PolicyVersion(7, "sha256:" + "a".repeat(64));
    private static final Rehearsal IN_USE = Rehearsal.of(BundleArchive.committed(), 1);
    private static final Rehearsal CANDIDATE = Rehearsal.of(Candidates.unchanged(), 1);

    private final Rejudging rejudging = new Rejudging(CANDIDATE, IN_USE.version(), new Lazily<>(() -> IN_USE));

    @AfterAll
    static void close() {
        IN_USE.close();
        CANDIDATE.close();
    }

    @Test
    void what_other_rules_decided_is_put_to_the_rules_in_use_first() {
        var question = Candidates.question();

        var tally = rejudging.judge(List.of(past(question, OLD)), List.of());

        assertThat(tally.judgedAgain).isEqualTo(1);
        assertThat(tally.compared).isEqualTo(1);
        assertThat(tally.decidedBy.get(7L)).containsEntry(OLD, 1L);
        assertThat(tally.changes).isEmpty();
    }

    @Test
    void what_the_rules_in_use_decided_is_compared_as_it_was_recorded() {
        var question = Candidates.question();

        var tally = rejudging.judge(List.of(past(question, IN_USE.version())), List.of());

        assertThat(tally.judgedAgain).isZero();
        assertThat(tally.total(Effect.NEWLY_PERMITTED)).isEqualTo(1);
        assertThat(tally.total(Effect.OTHER_REASONS)).isEqualTo(1);
    }

    @Test
    void a_decision_of_which_a_record_was_destroyed_is_judged_again_and_not_left_out() {
        var whole = past(Candidates.question(), IN_USE.version());
        var half = new PastDecision(whole.question(), whole.entries().subList(0, 1));

        var tally = rejudging.judge(List.of(half), List.of());

        assertThat(tally.judgedAgain).isEqualTo(1);
        assertThat(tally.changes).isEmpty();
    }

    @Test
    void what_is_no_question_is_counted_apart() {
        var tally = rejudging.judge(List.of(past("{}".getBytes(UTF_8), IN_USE.version())), List.of());

        assertThat(tally.questions).isEqualTo(1);
        assertThat(tally.compared).isZero();
        assertThat(tally.incomparable.count()).isEqualTo(1);
    }

    @Test
    void decisions_are_cut_from_the_log_wherever_a_page_ends() {
        var one = past(Candidates.question(), OLD);
        var log = new ArrayList<Evidence>();
        log.add(entry(0, "refusal", null, null));
        log.addAll(one.entries());
        log.add(entry(3, "case-closed", "{}", null));
        log.addAll(one.entries());
        var cutter = new PastDecision.Cutter();
        var cut = new ArrayList<PastDecision>();

        log.forEach(entry -> cutter.next(entry).ifPresent(cut::add));
        cutter.rest().ifPresent(cut::add);

        assertThat(cut).hasSize(2);
        assertThat(cut).allSatisfy(decision -> assertThat(decision.recorded()).hasSize(2));
        assertThat(Rejudging.gone(log)).isEqualTo(1);
    }

    /** As if everything had been refused. */
    private static PastDecision past(byte[] question, PolicyVersion by) {
        var entries = new ArrayList<Evidence>();
        var recipients = question.length < 3
                ? List.<RecordedQuestion.Recipient>of()
                : RecordedQuestion.read(question).recipients();
        for (var recipient : recipients) {
            var item = RecordedQuestion.read(question).items().getFirst().id();
            var back = entries.isEmpty() ? "" : "\"back\":" + entries.size() + ",";
            entries.add(entry(
                    entries.size() + 1,
                    "refusal",
                    """
                    {"policy":%d,"recipient":"%s","question":{%s"sha256":"%s"},"obligations":[],
                     "items":[{"item":"%s","reasons":[["case_closed","https://wetten.overheid.nl/"]]}]}""".formatted(by.revision(), recipient.oin(), back, Sha256.of(question), item),
                    entries.isEmpty() ? question : null,
                    by.digest()));
        }
        if (entries.isEmpty()) {
            entries.add(entry(1, "refusal", "{}", question));
        }
        return new PastDecision(question, entries);
    }

    private static Evidence entry(long index, String type, @Nullable String record, byte @Nullable [] question) {
        return entry(index, type, record, question, "sha256:" + "b".repeat(64));
    }

    private static Evidence entry(
            long index, String type, @Nullable String record, byte @Nullable [] question, String policy) {
        var header = LeafHeader.none().policy(policy);
        var leaf = new Leaf(type, Instant.EPOCH, header, Sha256.of(new byte[0]));
        return new Evidence(
                index, new LeafBytes(leaf.bytes()), record == null ? null : record.getBytes(UTF_8), question);
    }
}
