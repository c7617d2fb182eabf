package nl.spil.author;

import java.util.Optional;

/**
 * Whether an invariant holds where it was looked at.
 *
 * @param asked how many pairs of a recipient and an item it spoke of
 * @param broken for how many of them it does not hold
 */
record Finding(Invariant invariant, long asked, long broken, Optional<Counterexample> example) {

    /** One that speaks of nothing holds nothing. */
    boolean holds() {
        return asked > 0 && broken == 0;
    }
}
