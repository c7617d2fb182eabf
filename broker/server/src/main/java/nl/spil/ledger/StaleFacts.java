package nl.spil.ledger;

import java.util.Set;

/** A decision rests on facts that have changed, or its time has run out: decide again. Nothing was recorded. */
public final class StaleFacts extends RuntimeException {
    private final transient Set<FactScope> scopes;

    StaleFacts(Set<FactScope> scopes) {
        super(scopes.isEmpty() ? "the decision is no longer valid" : "facts have changed: " + scopes);
        this.scopes = Set.copyOf(scopes);
    }

    /** Which facts changed; empty when only time did. */
    public Set<FactScope> scopes() {
        return scopes;
    }
}
