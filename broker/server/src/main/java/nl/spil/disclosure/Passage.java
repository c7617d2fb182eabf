package nl.spil.disclosure;

import nl.spil.decision.Decision;
import nl.spil.ledger.Placed;
import nl.spil.ledger.Writing;

/** Something that wants through the door: a sending, a collection, or a question whether it might. */
sealed interface Passage<R> permits Sending, Collecting, PreChecking {
    /** What policy is to be asked. */
    Asked asked();

    /** What has to be recorded if this is what policy decides. */
    Judged<R> judged(Decision decision);

    /** A decision in the words of the ledger, and what may be released once it stands there. */
    interface Judged<R> {
        /** The entries and the rows that go with them. */
        Writing writing();

        /** What leaves: made of what was recorded, never of what was asked. */
        R release(Placed placed);
    }
}
