package nl.spil.ledger;

import java.util.List;

/** What became of a writing: every entry of it stands, under one signed checkpoint. */
public final class Placed {
    private final List<Draft<?>> drafts;
    private final List<Recorded<?>> entries;

    Placed(List<Draft<?>> drafts, List<Recorded<?>> entries) {
        this.drafts = List.copyOf(drafts);
        this.entries = List.copyOf(entries);
    }

    /** The proof for this very draft; it must be one of those that were written. */
    // The ledger made each from the draft at the same place; two equal drafts are still two entries.
    @SuppressWarnings({"unchecked", "ReferenceEquality"})
    public <T> Recorded<T> of(Draft<T> draft) {
        for (var i = 0; i < drafts.size(); i++) {
            if (drafts.get(i) == draft) {
                return (Recorded<T>) entries.get(i);
            }
        }
        throw new IllegalArgumentException("this draft was not part of the writing");
    }

    /** All of them, in the order of the drafts. */
    public List<Recorded<?>> entries() {
        return entries;
    }
}
