package nl.spil.protocol.seal;

/** The signatures Spil accepts; which one holds is said by the registered key, never by the message. */
public enum SignatureAlgorithm {
    ES256("ES256"),
    ED25519("Ed25519");

    private final String jose;

    SignatureAlgorithm(String jose) {
        this.jose = jose;
    }

    /** The name in JOSE headers and keys (RFC 7518, RFC 9864). */
    public String jose() {
        return jose;
    }
}
