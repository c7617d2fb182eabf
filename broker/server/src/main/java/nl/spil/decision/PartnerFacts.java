package nl.spil.decision;

import java.time.Instant;
import nl.spil.protocol.Oin;
import nl.spil.protocol.ParticipantClass;
import nl.spil.protocol.PartnerType;
import org.jspecify.annotations.Nullable;

/**
 * What is so now about one partner in the case of a question.
 *
 * @param type absent when the directory does not know the partner; absence refuses
 * @param participantClass in this case; absent when the partner is unknown
 * @param admittedUntil when the admission ends by itself; absent when it does not
 */
public record PartnerFacts(
        Oin oin,
        @Nullable PartnerType type,
        @Nullable ParticipantClass participantClass,
        boolean admitted,
        @Nullable Instant admittedUntil) {

    /** A partner the directory does not know. */
    public static PartnerFacts unknown(Oin oin) {
        return new PartnerFacts(oin, null, null, false, null);
    }
}
