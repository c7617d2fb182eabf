package nl.spil.protocol.seal;

import java.util.Collection;
import nl.spil.protocol.Oin;

/** The signing keys a recipient knows, from verified key sets, to be or to have been a sender's. */
@FunctionalInterface
public interface SenderKeys {
    /** Empty when the sender is unknown. */
    Collection<VerificationKey> of(Oin sender);
}
