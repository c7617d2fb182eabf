package nl.spil.access;

import java.util.List;
import java.util.Set;

/** What a token can be good for. */
final class Scopes {
    static final String OPERATE = "spil.operate";
    static final String CASES = "spil.cases";
    static final String EXCHANGES = "spil.exchanges";
    static final String DISCLOSURES = "spil.disclosures";
    static final String DECISIONS = "spil.decisions";
    static final String CONSENTS = "spil.consents";
    static final String PARTNERS = "spil.partners";
    static final String LOG = "spil.log";
    static final String POLICIES = "spil.policies";

    static final Set<String> OF_OPERATOR = Set.of(OPERATE, PARTNERS, LOG, POLICIES);
    static final Set<String> OF_PARTNER =
            Set.of(CASES, EXCHANGES, DISCLOSURES, DECISIONS, CONSENTS, PARTNERS, LOG, POLICIES);

    static final List<String> ALL =
            List.of(CASES, EXCHANGES, DISCLOSURES, DECISIONS, CONSENTS, PARTNERS, LOG, POLICIES, OPERATE);

    private Scopes() {}
}
