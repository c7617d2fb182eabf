package nl.spil.partner;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.spil.protocol.KeyId;
import nl.spil.protocol.seal.VerificationKey;

/**
 * All that the directory knows of one partner.
 *
 * @param clientKeys with which its systems ask for tokens
 * @param certificates thumbprints of those it may connect with
 * @param entry where its registration stands in the log
 * @param revoked its keys that count no more, and where that stands in the log
 */
record KnownPartner(
        Partner partner,
        List<VerificationKey> clientKeys,
        Set<String> certificates,
        long entry,
        Optional<PublishedKeys> published,
        Map<KeyId, Long> revoked) {

    List<VerificationKey> signingKeys(Instant now) {
        return published.map(keys -> keys.signing(now)).orElse(List.of()).stream()
                .filter(key -> !revoked.containsKey(key.id()))
                .toList();
    }
}
