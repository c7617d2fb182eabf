package nl.spil.author;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/** What several inspectors found, together. */
final class Tally {
    private final LongAdder asked = new LongAdder();
    private final Map<Invariant, LongAdder> concerned = new ConcurrentHashMap<>();
    private final Map<Invariant, LongAdder> broken = new ConcurrentHashMap<>();
    private final Map<Invariant, Counterexample> examples = new ConcurrentHashMap<>();

    void asked(long pairs) {
        asked.add(pairs);
    }

    void concerned(Invariant invariant, long pairs) {
        concerned.computeIfAbsent(invariant, _ -> new LongAdder()).add(pairs);
    }

    void broken(Invariant invariant, long times, Supplier<Counterexample> example) {
        broken.computeIfAbsent(invariant, _ -> new LongAdder()).add(times);
        examples.computeIfAbsent(invariant, _ -> example.get());
    }

    /** How many pairs of a recipient and an item were put to the rules. */
    long asked() {
        return asked.sum();
    }

    List<Finding> findings(List<Invariant> invariants) {
        var findings = new LinkedHashMap<Invariant, Finding>();
        invariants.forEach(invariant -> findings.put(
                invariant,
                new Finding(
                        invariant,
                        concerned.getOrDefault(invariant, new LongAdder()).sum(),
                        broken.getOrDefault(invariant, new LongAdder()).sum(),
                        Optional.ofNullable(examples.get(invariant)))));
        return List.copyOf(findings.values());
    }
}
