package nl.spil.disclosure;

import nl.spil.decision.ActorFacts;
import nl.spil.protocol.Oin;
import org.jspecify.annotations.Nullable;

/**
 * One partner somebody wants to share with.
 *
 * @param actor the recipient's professional; at collection only
 */
public record AskedRecipient(Oin partner, @Nullable ActorFacts actor) {

    /** The organisation as such, before anybody there asks for it. */
    public static AskedRecipient of(Oin partner) {
        return new AskedRecipient(partner, null);
    }
}
