package nl.spil.disclosure;

import java.util.Optional;
import java.util.stream.LongStream;
import nl.spil.disclosure.Exchanges.Earlier;
import nl.spil.ledger.Ledger;
import nl.spil.problem.ProblemType;
import nl.spil.problem.Rejected;
import nl.spil.protocol.Oin;
import nl.spil.protocol.seal.SealedExchange;

/** Gives a repeated sending the answer it got the first time, from what was recorded then. */
final class EarlierAnswers {
    /** The term of the record is over; that there was an exchange is all that can still be said. */
    private static final ProblemType GONE = new ProblemType(410, "record-destroyed");

    private final Exchanges exchanges;
    private final Ledger ledger;

    EarlierAnswers(Exchanges exchanges, Ledger ledger) {
        this.exchanges = exchanges;
        this.ledger = ledger;
    }

    /** Empty when nothing was sent under this id; refused when it was something else. */
    Optional<Sent> answerTo(Oin sender, SealedExchange exchange) {
        return exchanges.find(sender, exchange.claims().exchange()).map(before -> {
            if (!before.digest().equals(exchange.signedDigest())) {
                throw new Rejected(ProblemType.CONFLICT);
            }
            return answer(before);
        });
    }

    private Sent answer(Earlier before) {
        var outcomes = LongStream.range(before.entry() + 1, before.entry() + before.entries());
        return new Sent(
                before.id(),
                before.caseId(),
                ledger.receipt(before.entry()),
                outcomes.mapToObj(this::told).toList());
    }

    private Told told(long entry) {
        var record = ledger.recordOf(entry).orElseThrow(() -> new Rejected(GONE));
        return new Told(RulingRecord.readOutcome(record), ledger.receipt(entry));
    }
}
