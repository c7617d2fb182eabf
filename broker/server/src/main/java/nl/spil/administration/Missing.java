package nl.spil.administration;

/** What stands between a proposal and its activation; there is nothing else, and no way around any of it. */
sealed interface Missing {

    /** It was rejected, which is final. */
    record AnotherProposal() implements Missing {}

    /** Rules of its revision or a later one were used already. */
    record HigherRevision() implements Missing {}

    /** The ledger does not bear out what the register says was done. */
    record Proof() implements Missing {}

    /** Nobody replayed past decisions with exactly these rules. */
    record ReplayReport() implements Missing {}

    /** No member of the advisory committee on lawfulness, other than the author, found it lawful. */
    record PositiveReview() implements Missing {}

    /** A member of that committee found it unlawful and did not change its mind. */
    record WithdrawnObjection() implements Missing {}

    /** Nobody but its author approved of it. */
    record SecondPerson() implements Missing {}

    /** How it is told to others. */
    default String code() {
        return switch (this) {
            case AnotherProposal _ -> "proposal-rejected";
            case HigherRevision _ -> "revision-not-newer";
            case Proof _ -> "log-differs";
            case ReplayReport _ -> "replay-missing";
            case PositiveReview _ -> "review-missing";
            case WithdrawnObjection _ -> "review-negative";
            case SecondPerson _ -> "approval-missing";
        };
    }
}
