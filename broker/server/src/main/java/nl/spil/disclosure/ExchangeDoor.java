package nl.spil.disclosure;

import nl.spil.decision.Decision;
import nl.spil.decision.PolicyDecisionPoint;
import nl.spil.ledger.Ledger;
import nl.spil.ledger.StaleFacts;
import nl.spil.problem.ProblemType;
import nl.spil.problem.Rejected;

/** The one door: nothing passes unless policy permits it now and the ledger has it. */
final class ExchangeDoor {
    private static final int TRIES = 3;

    private final FactsPoint factsPoint;
    private final PolicyDecisionPoint decisionPoint;
    private final Obedience obedience;
    private final Ledger ledger;

    ExchangeDoor(FactsPoint factsPoint, PolicyDecisionPoint decisionPoint, Obedience obedience, Ledger ledger) {
        this.factsPoint = factsPoint;
        this.decisionPoint = decisionPoint;
        this.obedience = obedience;
        this.ledger = ledger;
    }

    /** Ask, decide, record, release; when a fact changed before it was recorded, all of it again. */
    <R> R pass(Passage<R> passage) {
        ledger.mustBeIntact();
        for (var tries = 1; ; tries++) {
            try {
                var facts = ask(passage);
                var judged = passage.judged(decide(facts));
                var placed = ledger.record(judged.writing().readAt(facts.versions()));
                return judged.release(placed);
            } catch (StaleFacts stale) {
                factsPoint.forget(stale);
                if (tries == TRIES) {
                    throw stale;
                }
            }
        }
    }

    private Facts ask(Passage<?> passage) {
        return factsPoint.factsFor(passage.asked()).orElseThrow(() -> new Rejected(ProblemType.NOT_FOUND));
    }

    private Decision decide(Facts facts) {
        return obedience.checked(facts.question(), decisionPoint.decide(facts.question()));
    }
}
