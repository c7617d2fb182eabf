package nl.spil;

import nl.spil.decision.ActivationRecorder;
import nl.spil.ledger.Ledger;

/** What the application hands to modules that must not know the ledger, for their tests. */
public final class Recorders {
    private Recorders() {}

    public static ActivationRecorder activations(Ledger ledger) {
        return new RecordedActivations(ledger);
    }
}
