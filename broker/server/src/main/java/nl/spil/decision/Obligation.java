package nl.spil.decision;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import nl.spil.protocol.ContentDigest;

/** What must be done for the permit of these items to hold. */
public record Obligation(String code, SortedSet<ContentDigest> items) {
    public Obligation {
        items = Collections.unmodifiableSortedSet(new TreeSet<>(items));
    }
}
