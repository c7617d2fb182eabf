package nl.spil.replay;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** How often something came up, by which codes, with the first few entries in which it did. */
final class Counted {
    private static final int EXAMPLES = 3;

    private final SortedMap<String, Long> codes = new TreeMap<>();
    private final List<Example> examples = new ArrayList<>();
    private long count;

    void add(Example example, Collection<String> about) {
        count++;
        about.forEach(code -> codes.merge(code, 1L, Long::sum));
        keep(List.of(example));
    }

    /** Those of the other come later in the log. */
    void add(Counted other) {
        count += other.count;
        other.codes.forEach((code, times) -> codes.merge(code, times, Long::sum));
        keep(other.examples);
    }

    private void keep(List<Example> more) {
        for (var example : more) {
            if (examples.size() < EXAMPLES && examples.stream().noneMatch(kept -> kept.entry() == example.entry())) {
                examples.add(example);
            }
        }
    }

    long count() {
        return count;
    }

    SortedMap<String, Long> codes() {
        return codes;
    }

    List<Example> examples() {
        return examples;
    }
}
