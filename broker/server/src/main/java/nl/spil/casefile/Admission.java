package nl.spil.casefile;

import java.time.Instant;
import nl.spil.protocol.Oin;
import nl.spil.protocol.ParticipantClass;
import org.jspecify.annotations.Nullable;

/**
 * The decision of public participants that a partner takes part in a case (Wgs 2.31(4)), for as long as it holds.
 *
 * @param participantClass in this case; an incidental third party is INCIDENTAL whatever it is elsewhere
 * @param until when it ends by itself; absent when it does not
 * @param entry where it was recorded
 */
public record Admission(
        Oin partner,
        ParticipantClass participantClass,
        Instant from,
        @Nullable Instant until,
        long entry) {
    public Admission {
        if (until != null && !until.isAfter(from)) {
            throw new IllegalArgumentException("an admission ends after it begins");
        }
    }

    /** Whether the partner takes part at this moment. */
    public boolean holdsAt(Instant moment) {
        return !moment.isBefore(from) && (until == null || moment.isBefore(until));
    }
}
