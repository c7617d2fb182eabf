package nl.spil.protocol.proof;

/** What was shown does not prove what it should: treat the thing it came with as not received. */
public final class InvalidProof extends RuntimeException {
    public InvalidProof(String reason) {
        super(reason);
    }

    InvalidProof(String reason, Throwable cause) {
        super(reason, cause);
    }
}
