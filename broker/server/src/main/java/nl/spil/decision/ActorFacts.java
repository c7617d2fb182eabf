package nl.spil.decision;

import java.time.Instant;
import nl.spil.protocol.Actor;
import org.jspecify.annotations.Nullable;

/**
 * What a partner asserted, under its signature, about the professional it acts for.
 *
 * @param role the professional's role in the partnership, like PARTICIPANT_PROFESSIONAL
 * @param secrecyDuty absent when the partner did not say; absence refuses
 * @param assignedUntil until when the professional is assigned to the partnership (Wgs 1.4(3))
 * @param commercialTask whether the professional also does commercial work for a private participant
 */
public record ActorFacts(
        @Nullable String role,
        @Nullable Boolean secrecyDuty,
        @Nullable Instant assignedUntil,
        @Nullable Boolean commercialTask) {

    /** What is told about a professional whose partner signed for all of it. */
    public static ActorFacts of(Actor actor) {
        return new ActorFacts(actor.role().code(), actor.secrecyDuty(), actor.assignedUntil(), actor.commercialTask());
    }
}
