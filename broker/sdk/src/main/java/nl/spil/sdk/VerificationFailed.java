package nl.spil.sdk;

/** A signature, digest, key or proof did not check out; nothing of what it covered was used. */
public final class VerificationFailed extends SpilException {

    VerificationFailed(String message) {
        super(message);
    }

    VerificationFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
