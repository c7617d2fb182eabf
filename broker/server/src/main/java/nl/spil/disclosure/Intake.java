package nl.spil.disclosure;

import java.time.InstantSource;
import java.util.ArrayList;
import nl.spil.decision.DecisionUnavailable;
import nl.spil.ledger.WorkFailed;
import nl.spil.partner.PartnerDirectory;
import nl.spil.problem.ProblemType;
import nl.spil.problem.Rejected;
import nl.spil.protocol.CaseId;
import nl.spil.protocol.Oin;
import nl.spil.protocol.Problem;
import nl.spil.protocol.UnsoundMessage;
import nl.spil.protocol.seal.SealedExchange;
import nl.spil.protocol.seal.VerifiedExchange;

/** Examines what a partner sends before it comes to the door; what was sent before gets the answer it got then. */
final class Intake {
    private static final Problem CASE_DIFFERS =
            new Problem("case-differs", "/payload/case", "The exchange was signed for another case.");

    private final PartnerDirectory partners;
    private final FactsPoint factsPoint;
    private final ExchangeDoor door;
    private final Deliveries deliveries;
    private final EarlierAnswers earlier;
    private final Arrivals arrivals;
    private final InstantSource clock;

    Intake(
            PartnerDirectory partners,
            FactsPoint factsPoint,
            ExchangeDoor door,
            Deliveries deliveries,
            EarlierAnswers earlier,
            Arrivals arrivals,
            InstantSource clock) {
        this.partners = partners;
        this.factsPoint = factsPoint;
        this.door = door;
        this.deliveries = deliveries;
        this.earlier = earlier;
        this.arrivals = arrivals;
        this.clock = clock;
    }

    /** What became of it; throws when it is not in order, and then nothing of it was stored. */
    Received receive(Oin sender, CaseId addressed, byte[] body) {
        var exchange = SealedExchange.parse(body).orThrow();
        try {
            return new Received.First(letIn(sender, addressed, exchange));
        } catch (UnsoundMessage | Rejected | DecisionUnavailable | WorkFailed refused) {
            // Most sendings are new: only one that cannot be let in now is looked up among those that were before.
            return earlier.answerTo(sender, exchange).map(Received.Again::new).orElseThrow(() -> refused);
        }
    }

    private Sent letIn(Oin sender, CaseId addressed, SealedExchange exchange) {
        var verified = inOrder(sender, addressed, exchange);
        if (!factsPoint.takesPart(sender, addressed)) {
            throw new Rejected(ProblemType.NOT_FOUND);
        }
        var sent = door.pass(new Sending(verified, TraceContext.current(), deliveries));
        arrivals.tell(sent.awaited());
        return sent;
    }

    private VerifiedExchange inOrder(Oin sender, CaseId addressed, SealedExchange exchange) {
        var keys = partners.signingKey(sender, exchange.signedWith()).stream().toList();
        var verified = exchange.verify(sender, keys, clock.instant());
        if (exchange.claims().caseId().equals(addressed)) {
            return verified.orThrow();
        }
        var problems = new ArrayList<>(verified.problemsFound());
        problems.add(CASE_DIFFERS);
        throw new UnsoundMessage(problems);
    }
}
