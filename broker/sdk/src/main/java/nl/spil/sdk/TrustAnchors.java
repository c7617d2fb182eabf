package nl.spil.sdk;

import nl.spil.protocol.proof.LogKey;
import nl.spil.protocol.seal.Pem;
import nl.spil.protocol.seal.VerificationKey;

/**
 * What a partner must get by another way than from the broker, because everything the broker says is checked with it.
 *
 * @param rootPem the certificate that all partners agreed on
 * @param releaseKeys a JWK set: with which keys the broker signs releases
 * @param logKey verifier keys of the log, one a line
 */
public record TrustAnchors(String rootPem, String releaseKeys, String logKey) {
    public TrustAnchors {
        Pem.read(rootPem);
        LogKey.parse(logKey);
        var keys = JsonText.read(releaseKeys.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .path("keys");
        if (keys.valueStream().map(VerificationKey::ofJwk).findAny().isEmpty()) {
            throw new IllegalArgumentException("the broker signs releases with at least one key");
        }
    }
}
