package nl.spil.settings;

import java.time.Instant;

/** The partnership that this broker serves and the term of the agreement it stands on. */
public record PartnershipTerm(String id, Instant agreementFrom, Instant agreementUntil) {
    public PartnershipTerm {
        if (!agreementFrom.isBefore(agreementUntil)) {
            throw new IllegalArgumentException("an agreement ends after it began");
        }
    }
}
