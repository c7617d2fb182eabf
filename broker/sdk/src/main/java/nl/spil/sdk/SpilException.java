package nl.spil.sdk;

/** What can stand between a partner and what it wanted; one type per thing a caller would treat differently. */
public abstract sealed class SpilException extends RuntimeException
        permits BrokerUnavailable, NotAuthorised, NotFound, Refused, Rejected, VerificationFailed {

    SpilException(String message) {
        super(message);
    }

    SpilException(String message, Throwable cause) {
        super(message, cause);
    }
}
