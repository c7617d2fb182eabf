package nl.spil.protocol;

import java.time.Instant;

/** That the competent authority agreed to a structural disclosure of police data (Wpg 20). */
public record PoliceAuthority(boolean agreed, Instant agreedAt) {
    public PoliceAuthority {
        WholeSeconds.check(agreedAt, "the moment of agreement");
    }
}
