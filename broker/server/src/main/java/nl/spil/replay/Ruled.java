package nl.spil.replay;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/** What rules said of one item for one recipient, by codes. */
sealed interface Ruled {

    record Permitted(SortedSet<String> bases) implements Ruled {
        static Permitted on(Collection<String> bases) {
            return new Permitted(sorted(bases));
        }
    }

    record Refused(SortedSet<String> reasons) implements Ruled {
        static Refused because(Collection<String> reasons) {
            return new Refused(sorted(reasons));
        }
    }

    private static SortedSet<String> sorted(Collection<String> codes) {
        return Collections.unmodifiableSortedSet(new TreeSet<>(codes));
    }
}
