package nl.spil.disclosure;

import nl.spil.protocol.proof.Receipt;

/** What a recipient said stands in the ledger. */
sealed interface Acknowledged {
    Receipt receipt();

    /** It was recorded just now. */
    record First(Receipt receipt) implements Acknowledged {}

    /** It had been said before. */
    record Again(Receipt receipt) implements Acknowledged {}
}
