package nl.spil.decision;

import java.time.Instant;

/** The partnership in which is shared, and the term of the agreement it stands on. */
public record Partnership(String id, Instant agreementFrom, Instant agreementUntil) {}
