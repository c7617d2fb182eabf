package nl.spil.ledger;

import java.util.Collection;
import nl.spil.protocol.proof.Receipt;

/**
 * Records before anything takes effect: the only maker of {@link Recorded}.
 *
 * <p>What waits at the same moment shares one transaction and one signed checkpoint.
 */
@SuppressWarnings("DoNotCallSuggester")
public final class Ledger {

    Ledger() {}

    /**
     * Records the writing as a whole and returns when it is durable.
     *
     * <p>Throws {@link StaleFacts} when its facts changed, {@link LedgerUnavailable} within a second when it cannot be
     * written now, {@link WorkFailed} when the database refuses its rows; what its own work throws comes back as is.
     */
    public Placed record(Writing writing) {
        throw new UnsupportedOperationException();
    }

    /** The present versions of these scopes; to be read before the facts themselves. */
    public FactsVersions versionsOf(Collection<FactScope> scopes) {
        throw new UnsupportedOperationException();
    }

    /** The receipt of an entry that stands already, under the latest checkpoint. */
    public Receipt receipt(long index) {
        throw new UnsupportedOperationException();
    }
}
