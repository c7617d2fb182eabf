package nl.spil.replay;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.spil.decision.DecisionUnavailable;
import nl.spil.decision.PolicyVersion;
import nl.spil.decision.RecordedQuestion;
import nl.spil.decision.Rehearsal;
import nl.spil.ledger.Evidence;
import nl.spil.protocol.Oin;
import nl.spil.replay.PastDecision.Recorded;
import org.jspecify.annotations.Nullable;

/**
 * Judges past decisions again. What the rules in use decided themselves is compared as it was recorded; what other rules
 * decided, or what is recorded no more, is put to the rules in use first. May be used by many threads.
 */
final class Rejudging {
    private static final Set<String> JUDGED =
            Set.of("disclosure", "refusal", "collected", "collection-refused", "pre-check");

    private static final String RESTS = "\"question\":{";
    private static final String FURTHER_BACK = "\"question\":{\"back\":";

    private final Rehearsal candidate;
    private final PolicyVersion inUse;
    private final Lazily<Rehearsal> rulesInUse;

    Rejudging(Rehearsal candidate, PolicyVersion inUse, Lazily<Rehearsal> rulesInUse) {
        this.candidate = candidate;
        this.inUse = inUse;
        this.rulesInUse = rulesInUse;
    }

    /**
     * Judges these decisions again.
     *
     * @param entries all there are in the same stretch of the log, whether or not they rest on a question
     */
    Tally judge(Collection<PastDecision> decisions, List<Evidence> entries) {
        var tally = new Tally();
        decisions.forEach(decision -> judge(decision, tally));
        tally.gone = gone(entries);
        return tally;
    }

    /** Entries that say they rest on a question which is kept no more, or that say nothing any more. */
    static long gone(List<Evidence> entries) {
        return entries.stream()
                .filter(entry -> entry.question() == null && mayBeGone(entry.record()))
                .filter(entry -> JUDGED.contains(entry.leaf().type()))
                .count();
    }

    /** Told from the bytes, which have one spelling: a question that is kept beside an earlier entry is so far back. */
    private static boolean mayBeGone(byte @Nullable [] record) {
        if (record == null) {
            return true;
        }
        var text = new String(record, StandardCharsets.ISO_8859_1);
        return text.contains(RESTS) && !text.contains(FURTHER_BACK);
    }

    private void judge(PastDecision decision, Tally tally) {
        tally.questions++;
        var recorded = decision.recorded();
        versions(recorded).forEach(version -> tally.decidedBy(version, 1));
        var example = new Example(decision.index(), "", "");
        var question = read(decision);
        if (question.isEmpty()) {
            tally.incomparable.add(example, List.of());
            return;
        }
        var before = before(question.get(), recorded, tally);
        var after = asked(candidate, question.get());
        if (after.isEmpty()) {
            tally.unanswerable.add(example, List.of());
        } else if (before.isEmpty()) {
            tally.incomparable.add(example, List.of());
        } else {
            compare(decision, recorded, question.get(), before.get(), after.get(), tally);
        }
    }

    private static Optional<RecordedQuestion> read(PastDecision decision) {
        try {
            return Optional.of(RecordedQuestion.read(decision.question()));
        } catch (DecisionUnavailable unreadable) {
            return Optional.empty();
        }
    }

    private static Set<PolicyVersion> versions(SortedMap<Oin, Recorded> recorded) {
        return recorded.values().stream().map(Recorded::decidedBy).collect(Collectors.toSet());
    }

    private Optional<SortedMap<Oin, Answered>> before(
            RecordedQuestion question, SortedMap<Oin, Recorded> recorded, Tally tally) {
        var recipients = question.recipients().stream()
                .map(RecordedQuestion.Recipient::oin)
                .collect(Collectors.toSet());
        if (versions(recorded).equals(Set.of(inUse)) && recorded.keySet().equals(recipients)) {
            var answers = new TreeMap<Oin, Answered>();
            recorded.forEach((oin, one) -> answers.put(oin, Answered.of(one.record())));
            return Optional.of(answers);
        }
        tally.judgedAgain++;
        return asked(rulesInUse.get(), question);
    }

    private static Optional<SortedMap<Oin, Answered>> asked(Rehearsal rules, RecordedQuestion question) {
        try {
            var answers = new TreeMap<Oin, Answered>();
            rules.answers(question).forEach((oin, answer) -> answers.put(oin, Answered.of(answer)));
            return Optional.of(answers);
        } catch (DecisionUnavailable noAnswer) {
            return Optional.empty();
        }
    }

    private static void compare(
            PastDecision decision,
            SortedMap<Oin, Recorded> recorded,
            RecordedQuestion question,
            SortedMap<Oin, Answered> before,
            SortedMap<Oin, Answered> after,
            Tally tally) {
        tally.compared++;
        for (var recipient : Set.copyOf(question.recipients())) {
            var entry = Optional.ofNullable(recorded.get(recipient.oin()))
                    .map(one -> one.entry().index())
                    .orElse(decision.index());
            new Comparison(question, recipient, entry, tally)
                    .of(of(before, recipient.oin()), of(after, recipient.oin()));
        }
    }

    private static Answered of(SortedMap<Oin, Answered> answers, Oin recipient) {
        return Objects.requireNonNull(answers.get(recipient));
    }
}
