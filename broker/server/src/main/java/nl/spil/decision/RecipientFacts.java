package nl.spil.decision;

import org.jspecify.annotations.Nullable;

/**
 * One recipient of a question: the organisation, and its professional once there is one.
 *
 * @param actor at collection only
 */
public record RecipientFacts(PartnerFacts partner, @Nullable ActorFacts actor) {}
