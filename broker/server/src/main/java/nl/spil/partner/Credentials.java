package nl.spil.partner;

import java.util.List;
import java.util.Set;
import nl.spil.protocol.KeyId;
import nl.spil.protocol.seal.VerificationKey;

/**
 * What a partner's systems show to be let in.
 *
 * @param clientKeys with which they ask for tokens (RFC 7523)
 * @param certificates SHA-256 thumbprints of those they may connect with (RFC 8705); none means any under the root
 */
record Credentials(List<VerificationKey> clientKeys, Set<String> certificates) {
    Credentials {
        clientKeys = List.copyOf(clientKeys);
        certificates = Set.copyOf(certificates);
        if (clientKeys.isEmpty()) {
            throw new IllegalArgumentException("a partner has at least one client key");
        }
    }

    boolean include(KeyId name) {
        return certificates.contains(name.value())
                || clientKeys.stream().anyMatch(key -> key.id().equals(name));
    }

    boolean areSameAs(Credentials others) {
        return Set.copyOf(clientKeys).equals(Set.copyOf(others.clientKeys)) && certificates.equals(others.certificates);
    }
}
