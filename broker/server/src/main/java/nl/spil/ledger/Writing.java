package nl.spil.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One thing to be recorded as a whole or not at all: entries, what they rest on, and the rows that go with them.
 *
 * @param entries at least one, at most {@value #MAX_ENTRIES}, in the order in which they will stand
 * @param readAt the versions of the facts it rests on; checked in the ledger's transaction
 * @param validUntil the first moment at which time alone would change the decision; it must still lie ahead
 * @param bumps the scopes whose facts this changes
 * @param work the rows that belong to it
 */
public record Writing(
        List<Draft<?>> entries,
        FactsVersions readAt,
        @Nullable Instant validUntil,
        Set<FactScope> bumps,
        Work work) {
    public static final int MAX_ENTRIES = 64;

    public Writing {
        entries = List.copyOf(entries);
        bumps = Set.copyOf(bumps);
        if (entries.isEmpty() || entries.size() > MAX_ENTRIES) {
            throw new IllegalArgumentException("a writing has 1 to " + MAX_ENTRIES + " entries");
        }
    }

    public static Writing of(List<Draft<?>> entries) {
        return new Writing(entries, FactsVersions.none(), null, Set.of(), Work.NONE);
    }

    public static Writing of(Draft<?>... entries) {
        return of(List.of(entries));
    }

    public Writing readAt(FactsVersions versions) {
        return new Writing(entries, versions, validUntil, bumps, work);
    }

    public Writing validUntil(@Nullable Instant moment) {
        return new Writing(entries, readAt, moment, bumps, work);
    }

    public Writing bumping(FactScope... scopes) {
        return new Writing(entries, readAt, validUntil, Set.of(scopes), work);
    }

    public Writing with(Work rows) {
        return new Writing(entries, readAt, validUntil, bumps, rows);
    }
}
