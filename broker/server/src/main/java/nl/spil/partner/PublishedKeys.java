package nl.spil.partner;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.spil.protocol.seal.KeySet;
import nl.spil.protocol.seal.VerificationKey;

/**
 * The last key set that a partner published.
 *
 * @param set what it says, if it still holds under the agreed root
 * @param jwks as the partner signed it
 * @param hash base64url SHA-256 of that; stands in the leaf of its entry
 * @param entry where it stands in the log
 */
record PublishedKeys(long sequence, Optional<KeySet> set, String jwks, String hash, long entry) {

    List<VerificationKey> signing(Instant now) {
        return set.filter(keys -> now.isBefore(keys.expiresAt()))
                .map(KeySet::signing)
                .orElse(List.of());
    }
}
