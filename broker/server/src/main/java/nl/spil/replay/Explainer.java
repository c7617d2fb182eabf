package nl.spil.replay;

import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import nl.spil.decision.Answer;
import nl.spil.decision.DecisionUnavailable;
import nl.spil.decision.PolicyTexts;
import nl.spil.decision.Rehearsal;
import nl.spil.ledger.Ledger;
import nl.spil.problem.ProblemType;
import nl.spil.problem.Rejected;
import nl.spil.protocol.Oin;
import tools.jackson.databind.node.ObjectNode;

/** Explains past decisions to who may see them, after recording that they were shown. */
final class Explainer {
    private static final ProblemType DIFFERS = new ProblemType(409, "story-differs");

    private final Ledger ledger;
    private final RulesAtHand rules;
    private final PolicyTexts texts;

    Explainer(Ledger ledger, RulesAtHand rules, PolicyTexts texts) {
        this.ledger = ledger;
        this.rules = rules;
        this.texts = texts;
    }

    ObjectNode explain(long index, Oin reader, Locale language) {
        var decided = shown(index, reader);
        var inUse = rules.inUse();
        return new Explanation(decided, rules.with(inUse, one -> now(one, decided)), texts, language).json(inUse);
    }

    private static Optional<SortedMap<Oin, Answer>> now(Rehearsal rules, DecidedEntry decided) {
        try {
            return Optional.of(rules.answers(decided.question()));
        } catch (DecisionUnavailable noAnswer) {
            return Optional.empty();
        }
    }

    /** The decision as an example without anybody in it. */
    ObjectNode story(long index, Oin reader) {
        var decided = shown(index, reader);
        return rules.with(decided.decidedBy(), one -> new StoryDraft(decided, one).json())
                .orElseThrow(() -> new Rejected(DIFFERS));
    }

    private DecidedEntry shown(long index, Oin reader) {
        var decided = DecidedEntry.in(ledger, index);
        ledger.recordReading(reader, decided.first(), decided.last() + 1);
        return decided;
    }
}
