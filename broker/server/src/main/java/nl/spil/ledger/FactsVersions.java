package nl.spil.ledger;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The versions at which the facts of a decision were read; a scope that never changed has version 0.
 *
 * @param versions per scope, in scope order
 */
public record FactsVersions(SortedMap<FactScope, Long> versions) {
    private static final FactsVersions NONE = new FactsVersions(new TreeMap<>());

    public FactsVersions {
        if (versions.values().stream().anyMatch(version -> version < 0)) {
            throw new IllegalArgumentException("a facts version is not negative");
        }
        versions = Collections.unmodifiableSortedMap(new TreeMap<>(versions));
    }

    /** Of a change that rests on no facts. */
    public static FactsVersions none() {
        return NONE;
    }

    public static FactsVersions of(Map<FactScope, Long> versions) {
        return new FactsVersions(new TreeMap<>(versions));
    }
}
