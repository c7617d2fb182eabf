package nl.spil.partner;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.spil.protocol.KeyId;
import nl.spil.protocol.seal.KeySet;
import nl.spil.protocol.seal.VerificationKey;

/**
 * All that the directory knows of one partner.
 *
 * @param credentials as registered or last replaced; some of them may have been revoked since
 * @param entry where its registration stands in the log
 * @param credentialsEntry where its present credentials stand in the log
 * @param revoked its keys that count no more, and where that stands in the log
 */
record KnownPartner(
        Partner partner,
        Credentials credentials,
        long entry,
        long credentialsEntry,
        Optional<PublishedKeys> published,
        Map<KeyId, Long> revoked) {

    /** Those that were not revoked. */
    List<VerificationKey> clientKeysInForce() {
        return credentials.clientKeys().stream()
                .filter(key -> !revoked.containsKey(key.id()))
                .toList();
    }

    Set<String> certificatesInForce() {
        return credentials.certificates().stream()
                .filter(thumbprint -> !revoked.containsKey(new KeyId(thumbprint)))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether this is a key or a certificate of the partner, of whatever kind. */
    boolean bears(KeyId name) {
        return credentials.include(name)
                || published.flatMap(PublishedKeys::set).stream().anyMatch(set -> bears(set, name));
    }

    private static boolean bears(KeySet set, KeyId name) {
        return set.signing().stream().anyMatch(key -> key.id().equals(name))
                || set.sealing().stream().anyMatch(key -> key.id().equals(name));
    }

    List<VerificationKey> signingKeys(Instant now) {
        return published.map(keys -> keys.signing(now)).orElse(List.of()).stream()
                .filter(key -> !revoked.containsKey(key.id()))
                .toList();
    }
}
