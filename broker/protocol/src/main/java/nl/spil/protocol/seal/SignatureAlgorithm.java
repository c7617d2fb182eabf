package nl.spil.protocol.seal;

import java.util.Arrays;
import java.util.Optional;

/** The signatures Spil accepts; which one holds is said by the registered key, never by the message. */
public enum SignatureAlgorithm {
    ES256("ES256"),
    ED25519("Ed25519");

    private final String jose;

    SignatureAlgorithm(String jose) {
        this.jose = jose;
    }

    static Optional<SignatureAlgorithm> ofJose(String name) {
        return Arrays.stream(values()).filter(one -> one.jose.equals(name)).findFirst();
    }

    /** The name in JOSE headers and keys (RFC 7518, RFC 9864). */
    public String jose() {
        return jose;
    }
}
