package nl.spil.embedded;

/** The PostgreSQL of the data folder cannot be started or trusted; the message says what is missing. */
public final class EmbeddedFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EmbeddedFailed(String message) {
        super(message);
    }

    EmbeddedFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
