package nl.spil.decision;

/** What became of rules that were offered to this installation. */
public sealed interface Offer {

    /**
     * In use from this entry of the ledger on.
     *
     * @param entry where the activation stands
     */
    record Accepted(PolicyVersion policy, long entry) implements Offer {}

    /** The very rules that are in use already. */
    record AlreadyInUse(PolicyVersion policy) implements Offer {}

    /** Not used, and nothing changed. */
    record Refused(RefusedBecause reason) implements Offer {}
}
