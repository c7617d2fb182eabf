package nl.spil.decision;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.spil.protocol.ContentDigest;
import org.jspecify.annotations.Nullable;

/**
 * What policy answers for one recipient: every item of the question is either permitted or refused, never both.
 *
 * @param bases for every permitted item
 * @param wouldHelp for refused items: codes of what would make it allowed
 * @param gaps what is not configured, which is another thing than refused
 * @param validUntil the first moment at which time alone would change this answer; absent when there is none
 */
public record Answer(
        SortedSet<ContentDigest> permitted,
        SortedMap<ContentDigest, List<Reason>> refused,
        SortedMap<ContentDigest, List<Basis>> bases,
        List<Obligation> obligations,
        SortedMap<ContentDigest, List<String>> wouldHelp,
        List<String> gaps,
        @Nullable Instant validUntil) {

    public Answer {
        permitted = Collections.unmodifiableSortedSet(new TreeSet<>(permitted));
        refused = Collections.unmodifiableSortedMap(new TreeMap<>(refused));
        bases = Collections.unmodifiableSortedMap(new TreeMap<>(bases));
        obligations = List.copyOf(obligations);
        wouldHelp = Collections.unmodifiableSortedMap(new TreeMap<>(wouldHelp));
        gaps = List.copyOf(gaps);
        if (!Collections.disjoint(permitted, refused.keySet())) {
            throw new IllegalArgumentException("an item is permitted or refused, not both");
        }
        if (!bases.keySet().equals(permitted)) {
            throw new IllegalArgumentException("every permitted item has its basis, and no other item has one");
        }
        if (refused.values().stream().anyMatch(List::isEmpty)
                || bases.values().stream().anyMatch(List::isEmpty)) {
            throw new IllegalArgumentException("a refusal has a reason and a permit has a basis");
        }
    }
}
