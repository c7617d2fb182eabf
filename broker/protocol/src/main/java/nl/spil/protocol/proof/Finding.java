package nl.spil.protocol.proof;

/**
 * One thing that is wrong in a log.
 *
 * @param fault what kind
 * @param at the index of the entry; of a tree hash or a checkpoint its own index or number
 * @param detail in words, without anything from a record
 */
public record Finding(Fault fault, long at, String detail) {

    /** What can be wrong. */
    public enum Fault {
        ENTRY_MISSING,
        ENTRY_UNEXPECTED,
        ENTRY_REORDERED,
        LEAF_ALTERED,
        LEAF_UNREADABLE,
        HASH_ALTERED,
        RECORD_ALTERED,
        RECORD_MISSING,
        QUESTION_ALTERED,
        QUESTION_MISSING,
        QUESTION_UNEXPECTED,
        NODE_ALTERED,
        NODE_MISSING,
        NODE_UNEXPECTED,
        ROOT_MISMATCH,
        CHECKPOINT_ALTERED,
        CHECKPOINT_MISSING,
        CHECKPOINT_UNLASTING,
        TAIL_CUT,
        TAIL_UNSIGNED,
        FORKED,
        UNCONFIRMED
    }

    @Override
    public String toString() {
        return fault + " at " + at + ": " + detail;
    }
}
