package nl.spil.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The facts versions inside one transaction: locked in scope order, so that two writers cannot wait for each other, and
 * moved on as writings of the same transaction change them.
 */
final class FactsCheck {
    private static final String MAKE =
            "insert into fact_version (scope, version) select unnest(?::text[]), 0 on conflict do nothing";
    private static final String LOCK =
            "select scope, version from fact_version where scope = any(?::text[]) order by scope for ";
    private static final String BUMP =
            "update fact_version set version = version + bumps from unnest(?::text[], ?::bigint[]) as b(name, bumps)"
                    + " where scope = name";

    private final Connection transaction;
    private final Map<FactScope, Long> versions = new HashMap<>();
    private final Map<FactScope, Long> bumps = new HashMap<>();

    FactsCheck(Connection transaction) {
        this.transaction = transaction;
    }

    void lock(Collection<Pending> batch) throws SQLException {
        var scopes = new TreeSet<FactScope>();
        var changes = false;
        for (var pending : batch) {
            scopes.addAll(pending.writing().readAt().versions().keySet());
            scopes.addAll(pending.writing().bumps());
            changes |= !pending.writing().bumps().isEmpty();
        }
        if (scopes.isEmpty()) {
            return;
        }
        read(scopes, changes);
        if (versions.size() < scopes.size()) {
            // A scope that never changed has no row yet, and what is not there cannot be locked.
            make(scopes);
            read(scopes, changes);
        }
    }

    private void read(Set<FactScope> scopes, boolean changes) throws SQLException {
        try (var statement = transaction.prepareStatement(LOCK + (changes ? "no key update" : "share"))) {
            statement.setArray(1, transaction.createArrayOf("text", names(scopes)));
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    versions.put(new FactScope(rows.getString(1)), rows.getLong(2));
                }
            }
        }
    }

    private void make(Set<FactScope> scopes) throws SQLException {
        try (var statement = transaction.prepareStatement(MAKE)) {
            statement.setArray(1, transaction.createArrayOf("text", names(scopes)));
            statement.executeUpdate();
        }
    }

    private static Object[] names(Collection<FactScope> scopes) {
        return scopes.stream().map(FactScope::value).toArray();
    }

    /** Throws {@link StaleFacts} unless the writing still rests on the present facts and its time has not run out. */
    void check(Writing writing, Instant now) {
        var stale = writing.readAt().versions().entrySet().stream()
                .filter(read -> !read.getValue().equals(versions.get(read.getKey())))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        var validUntil = writing.validUntil();
        if (!stale.isEmpty() || (validUntil != null && !now.isBefore(validUntil))) {
            throw new StaleFacts(stale);
        }
    }

    /** From here on the facts that this writing changes have another version. */
    void bump(Writing writing) {
        for (var scope : writing.bumps()) {
            versions.merge(scope, 1L, Long::sum);
            bumps.merge(scope, 1L, Long::sum);
        }
    }

    void write() throws SQLException {
        if (bumps.isEmpty()) {
            return;
        }
        var scopes = new TreeSet<>(bumps.keySet());
        try (var statement = transaction.prepareStatement(BUMP)) {
            statement.setArray(1, transaction.createArrayOf("text", names(scopes)));
            statement.setArray(
                    2,
                    transaction.createArrayOf(
                            "bigint", scopes.stream().map(bumps::get).toArray()));
            statement.executeUpdate();
        }
    }
}
