package nl.spil.administration;

/**
 * A step that stands in the ledger.
 *
 * @param entry where
 */
record Taken(long entry, Step step) {}
