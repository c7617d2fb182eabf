package nl.spil.partner;

import java.util.List;
import java.util.Set;
import nl.spil.protocol.seal.VerificationKey;

/** An organisation that the operator lets in, with what its systems need to ask for tokens. */
record NewPartner(Partner partner, List<VerificationKey> clientKeys, Set<String> certificates) {
    NewPartner {
        clientKeys = List.copyOf(clientKeys);
        certificates = Set.copyOf(certificates);
        if (clientKeys.isEmpty()) {
            throw new IllegalArgumentException("a partner has at least one client key");
        }
    }

    boolean isSameAs(KnownPartner known) {
        return known.partner().equals(partner)
                && Set.copyOf(known.clientKeys()).equals(Set.copyOf(clientKeys))
                && known.certificates().equals(certificates);
    }
}
