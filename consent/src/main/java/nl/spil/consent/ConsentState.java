package nl.spil.consent;

import java.time.Instant;

/** Where a consent stands at one moment; only {@link Given} is in force. */
public sealed interface ConsentState {
    /** It holds. */
    record Given() implements ConsentState {}

    /** It was given for a moment still to come. */
    record NotYet() implements ConsentState {}

    /** The data subject took it back; what was shared before stays shared, nothing more will be. */
    record Withdrawn(Instant at) implements ConsentState {}

    /** Its own term ended. */
    record Expired(Instant at) implements ConsentState {}
}
