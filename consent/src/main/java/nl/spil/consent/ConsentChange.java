package nl.spil.consent;

import java.time.Instant;
import nl.spil.protocol.EmployeeId;

/** What happened to a consent; the application records it before it takes effect. */
public sealed interface ConsentChange {
    /** The consent it happened to. */
    Consent consent();

    /** The professional who registered it. */
    EmployeeId by();

    /** It was given. */
    record Given(Consent consent, EmployeeId by) implements ConsentChange {}

    /** It was taken back. */
    record Withdrawn(Consent consent, EmployeeId by, Instant at) implements ConsentChange {}
}
