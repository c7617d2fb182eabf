package nl.spil.disclosure;

import nl.spil.ledger.Recorded;
import nl.spil.protocol.proof.Receipt;

/** What the provider is told about one recipient: what was recorded, and where. */
record Told(Outcome outcome, Receipt receipt) {
    static Told of(Recorded<Outcome> recorded) {
        return new Told(recorded.value(), recorded.receipt());
    }
}
