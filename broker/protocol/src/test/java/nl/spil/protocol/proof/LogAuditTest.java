package nl.spil.protocol.proof;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.spil.protocol.proof.Finding.Fault;
import org.junit.jupiter.api.Test;

class LogAuditTest {
    private final WrittenLog log = new WrittenLog().batch(1).batch(3).batch(2).batch(1);

    @Test
    void an_honest_log_is_clean() {
        log.kept.add(log.checkpoints.get(2).note());
        log.kept.add(log.lastNote());

        var report = audit();

        assertThat(report.findings()).isEmpty();
        assertThat(report.entries()).isEqualTo(7);
        assertThat(LogAudit.check(log.key, new WrittenLog()).clean()).isTrue();
    }

    @Test
    void a_flipped_byte_anywhere_is_found_and_its_row_is_named() {
        var columns = Map.of(
                Fault.LEAF_ALTERED, log.leaves,
                Fault.HASH_ALTERED, log.hashes,
                Fault.RECORD_ALTERED, log.records);

        columns.forEach((fault, column) -> flipEach(
                column,
                (index, report) -> assertThat(report.findings())
                        .as("%s %s", fault, index)
                        .extracting(Finding::fault, Finding::at)
                        .containsExactly(tuple(fault, index))));
        flipEach(log.salts, (index, report) -> assertThat(named(report)).containsExactly("RECORD_ALTERED " + index));
        flipEach(log.questions, (index, report) -> assertThat(named(report)).contains("QUESTION_ALTERED " + index));
    }

    @Test
    void a_flipped_byte_in_a_checkpoint_is_found_and_the_checkpoint_is_named() {
        for (var number = 0; number < log.checkpoints.size(); number++) {
            var honest = log.checkpoints.get(number);
            var bytes = Utf8.bytes(honest.note());
            for (var i = 0; i < bytes.length; i += bytes.length > 1000 ? 97 : 3) {
                var changed = bytes.clone();
                changed[i] ^= 1;
                var note = new String(changed, ISO_8859_1);
                log.checkpoints.set(number, new StoredLog.Signed(number, honest.size(), note));

                assertThat(named(audit())).contains("CHECKPOINT_ALTERED " + number);
            }
            log.checkpoints.set(number, honest);
        }
    }

    @Test
    void every_altered_row_is_named_and_not_only_the_first() {
        flip(log.leaves, 1L, 20);
        flip(log.hashes, 2L, 3);
        flip(log.records, 3L, 9);
        flip(log.salts, 5L, 0);
        flip(log.leaves, 6L, 60);

        assertThat(named(audit()))
                .containsExactlyInAnyOrder(
                        "LEAF_ALTERED 1", "HASH_ALTERED 2", "RECORD_ALTERED 3", "RECORD_ALTERED 5", "LEAF_ALTERED 6");
    }

    @Test
    void a_row_rewritten_with_everything_that_belongs_to_it_is_still_found() {
        log.put(0, new byte[32], Utf8.bytes("{\"case\":\"another\"}"), log.now().minusMillis(1200));
        log.questions.remove(0L);

        assertThat(named(audit())).contains("ROOT_MISMATCH 0");
    }

    @Test
    void missing_rows_are_named() {
        for (var column : List.of(log.leaves, log.hashes, log.salts, log.records, log.questions)) {
            column.remove(4L);
        }
        log.salts.remove(1L);
        log.records.remove(1L);
        log.questions.remove(6L);

        assertThat(named(audit())).contains("ENTRY_MISSING 4", "RECORD_MISSING 1", "QUESTION_MISSING 6");
        assertThat(named(audit())).doesNotContain("ROOT_MISMATCH 0", "ROOT_MISMATCH 1", "ROOT_MISMATCH 4");
    }

    @Test
    void two_leaves_swapped_are_named() {
        swap(log.leaves, 1, 5);

        assertThat(named(audit())).contains("LEAF_ALTERED 1", "LEAF_ALTERED 5");
    }

    @Test
    void two_leaves_swapped_with_their_hashes_are_named() {
        swap(log.leaves, 1, 5);
        swap(log.hashes, 1, 5);

        assertThat(named(audit())).contains("ENTRY_REORDERED 1", "ENTRY_REORDERED 5");
    }

    @Test
    void two_whole_entries_of_one_batch_swapped_are_named() {
        for (var column : List.of(log.leaves, log.hashes, log.salts, log.records)) {
            swap(column, 2, 3);
        }

        assertThat(named(audit())).contains("ENTRY_REORDERED 2", "ENTRY_REORDERED 3");
    }

    @Test
    void two_whole_entries_of_different_batches_swapped_are_named() {
        for (var column : List.of(log.leaves, log.hashes, log.salts, log.records, log.questions)) {
            swap(column, 0, 6);
        }

        assertThat(named(audit())).contains("ROOT_MISMATCH 0").anyMatch(one -> one.startsWith("ENTRY_REORDERED"));
    }

    @Test
    void a_row_that_was_put_in_is_named() {
        log.put(7, new byte[32], Utf8.bytes("{\"case\":\"smuggled\"}"), log.now());
        log.records.put(12L, new byte[1]);

        assertThat(named(audit())).contains("TAIL_UNSIGNED 7", "ENTRY_UNEXPECTED 12");
    }

    @Test
    void a_cut_tail_shows_against_any_checkpoint_that_was_kept_elsewhere() {
        var kept = log.lastNote();
        cut(4);

        assertThat(audit().findings()).isEmpty();
        log.kept.add(kept);
        assertThat(named(audit())).contains("TAIL_CUT 4");
    }

    @Test
    void a_tail_cut_without_its_checkpoints_shows_by_itself() {
        List.of(log.leaves, log.hashes, log.salts, log.records, log.questions).forEach(column -> column.remove(6L));

        assertThat(named(audit())).contains("TAIL_CUT 6");
    }

    @Test
    void a_missing_checkpoint_is_named_also_when_it_is_the_last() {
        log.kept.add(log.lastNote());
        var last = log.checkpoints.removeLast();
        assertThat(named(audit())).contains("CHECKPOINT_MISSING 7");
        log.checkpoints.add(last);

        log.checkpoints.remove(2);

        assertThat(named(audit())).contains("CHECKPOINT_MISSING 2");
    }

    @Test
    void a_view_with_only_the_newest_checkpoint_misses_no_older_one_but_is_measured_by_it() {
        log.keepsEveryCheckpoint = false;
        log.kept.add(log.checkpoints.get(2).note());
        var last = log.checkpoints.getLast();
        log.checkpoints.clear();
        log.checkpoints.add(new StoredLog.Signed(0, last.size(), last.note()));

        assertThat(audit().findings()).isEmpty();
        log.hashes.put(0L, new byte[32]);
        assertThat(audit().clean()).isFalse();
    }

    @Test
    void a_lasting_signature_that_was_taken_away_is_missed() {
        var number = 1;
        var note = SignedNote.parse(log.checkpoints.get(number).note());
        var less = new SignedNote(note.text(), List.of(note.signatures().getFirst()));
        log.checkpoints.set(
                number, new StoredLog.Signed(number, log.checkpoints.get(number).size(), less.note()));

        assertThat(note.signatures()).hasSize(2);
        assertThat(named(audit())).containsExactly("CHECKPOINT_UNLASTING 1");
    }

    @Test
    void two_histories_of_one_log_are_found_by_whoever_holds_a_checkpoint_of_the_other() {
        var other = new WrittenLog().batch(1).batch(3).batch(3);
        log.kept.add(other.lastNote());

        assertThat(named(audit())).contains("FORKED 7");
    }

    @Test
    void tree_hashes_above_the_leaves_are_compared_too() {
        var large = new WrittenLog();
        for (var i = 0; i < 9; i++) {
            large.batch(64);
        }
        assertThat(LogAudit.check(large.key, large).findings()).isEmpty();

        flip(large.nodes.get(0).hash(), 5);
        var second = large.nodes.remove(1);
        assertThat(named(LogAudit.check(large.key, large))).containsExactly("NODE_ALTERED 0", "NODE_MISSING 1");
        large.nodes.add(new StoredLog.Node(1, 9, second.hash()));
        assertThat(named(LogAudit.check(large.key, large))).contains("NODE_UNEXPECTED 9");
    }

    @Test
    void after_a_rewritten_row_the_audit_finds_firm_ground_again_at_the_next_full_tile() {
        var large = new WrittenLog();
        for (var i = 0; i < 9; i++) {
            large.batch(64);
        }
        large.put(
                10,
                new byte[32],
                Utf8.bytes("{\"case\":\"another\"}"),
                large.now().minusMillis(3200));
        large.put(
                400,
                new byte[32],
                Utf8.bytes("{\"case\":\"another\"}"),
                large.now().minusMillis(800));

        assertThat(named(LogAudit.check(large.key, large))).contains("ROOT_MISMATCH 0", "ROOT_MISMATCH 384");
    }

    @Test
    void a_record_that_the_log_says_was_destroyed_is_not_missed() {
        log.records.remove(2L);
        log.salts.remove(2L);
        log.records.remove(4L);
        log.salts.remove(4L);
        log.destroyed(1, 3);

        assertThat(named(audit())).containsExactly("RECORD_MISSING 4");
    }

    private interface Judging {
        void judge(long index, LogAudit.Report report);
    }

    private void flipEach(Map<Long, byte[]> column, Judging judging) {
        for (var row : column.entrySet()) {
            for (var i = 0; i < row.getValue().length; i++) {
                flip(row.getValue(), i);
                judging.judge(row.getKey(), audit());
                flip(row.getValue(), i);
            }
        }
    }

    private static void flip(byte[] bytes, int at) {
        bytes[at] ^= 1;
    }

    private static void flip(Map<Long, byte[]> column, long row, int at) {
        flip(Objects.requireNonNull(column.get(row)), at);
    }

    private static void swap(Map<Long, byte[]> column, long one, long other) {
        var first = column.remove(one);
        var second = column.remove(other);
        if (first != null) {
            column.put(other, first);
        }
        if (second != null) {
            column.put(one, second);
        }
    }

    private void cut(long size) {
        List.of(log.leaves, log.hashes, log.salts, log.records, log.questions)
                .forEach(column -> column.tailMap(size).clear());
        log.checkpoints.removeIf(checkpoint -> checkpoint.size() > size);
    }

    private LogAudit.Report audit() {
        return LogAudit.check(log.key, log);
    }

    private static List<String> named(LogAudit.Report report) {
        var names = new ArrayList<String>();
        report.findings().forEach(finding -> names.add(finding.fault() + " " + finding.at()));
        return names;
    }
}
