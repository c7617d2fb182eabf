package nl.spil.replay;

import java.util.SortedMap;
import nl.spil.decision.PolicyVersion;
import nl.spil.decision.RecordedQuestion;
import nl.spil.ledger.Evidence;
import nl.spil.ledger.Ledger;
import nl.spil.problem.ProblemType;
import nl.spil.problem.Rejected;
import nl.spil.protocol.Oin;
import nl.spil.protocol.Sha256;
import nl.spil.replay.PastDecision.Recorded;
import tools.jackson.databind.JsonNode;

/**
 * An entry that rests on a question, with that question and everything that was recorded on it.
 *
 * @param recorded for each recipient of the question, as far as it is still known
 */
record DecidedEntry(Evidence entry, RecordedQuestion question, SortedMap<Oin, Recorded> recorded) {
    private static final ProblemType NO_DECISION = new ProblemType(409, "no-decision");
    private static final ProblemType DESTROYED = new ProblemType(410, "question-destroyed");

    /** Finds it; an entry that is not there, rests on nothing, or whose question was destroyed is a problem each. */
    static DecidedEntry in(Ledger ledger, long index) {
        var entry = entry(ledger, index);
        var record = entry.recorded().orElseThrow(() -> new Rejected(DESTROYED));
        var reference = record.path("question");
        if (!reference.isObject()) {
            throw new Rejected(NO_DECISION);
        }
        var first = index - reference.path("back").asLong(0);
        var kept = entry(ledger, first).question();
        if (kept == null) {
            throw new Rejected(DESTROYED);
        }
        mustBe(kept, reference);
        var entries = ledger.evidence(first, first + PastDecision.MOST_ENTRIES);
        return new DecidedEntry(entry, RecordedQuestion.read(kept), new PastDecision(kept, entries).recorded());
    }

    private static Evidence entry(Ledger ledger, long index) {
        if (index < 0 || index >= ledger.size()) {
            throw new Rejected(ProblemType.NOT_FOUND);
        }
        return ledger.evidence(index, index + 1).getFirst();
    }

    private static void mustBe(byte[] question, JsonNode reference) {
        if (!Sha256.of(question).value().equals(reference.path("sha256").stringValue(""))) {
            throw new IllegalStateException("the question that is kept is not the one that was judged");
        }
    }

    PolicyVersion decidedBy() {
        return recorded.values().stream()
                .filter(one -> one.entry().index() == entry.index())
                .findFirst()
                .orElseThrow()
                .decidedBy();
    }

    long first() {
        return recorded.values().stream()
                .mapToLong(one -> one.entry().index())
                .min()
                .orElse(entry.index());
    }

    long last() {
        return recorded.values().stream()
                .mapToLong(one -> one.entry().index())
                .max()
                .orElse(entry.index());
    }
}
