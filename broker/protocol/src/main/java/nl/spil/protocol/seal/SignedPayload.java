package nl.spil.protocol.seal;

import java.util.List;
import java.util.Set;
import nl.spil.protocol.Sha256;

/**
 * What the sender's signature covers.
 *
 * @param items digests of the labels, decoys among them
 * @param keys for each recipient in order, what the sender commits to about its wrapped key
 */
record SignedPayload(ExchangeClaims claims, Set<Sha256> items, List<Sha256> keys) {
    SignedPayload {
        items = Set.copyOf(items);
        keys = List.copyOf(keys);
    }
}
