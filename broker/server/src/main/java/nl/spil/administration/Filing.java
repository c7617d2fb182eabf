package nl.spil.administration;

/** What became of handing in a proposal. */
sealed interface Filing {
    Proposal proposal();

    /** On record from now on. */
    record Filed(Proposal proposal) implements Filing {}

    /** The very same was handed in before. */
    record Known(Proposal proposal) implements Filing {}
}
