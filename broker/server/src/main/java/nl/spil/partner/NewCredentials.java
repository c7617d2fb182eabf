package nl.spil.partner;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.spil.protocol.seal.VerificationKey;

/** Credentials to be replaced; what is absent stays as it is, so that nobody widens by leaving something out. */
record NewCredentials(Optional<List<VerificationKey>> clientKeys, Optional<Set<String>> certificates) {

    Credentials over(Credentials present) {
        return new Credentials(clientKeys.orElse(present.clientKeys()), certificates.orElse(present.certificates()));
    }
}
