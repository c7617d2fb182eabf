package nl.spil.e2e;

/** There is no broker to work with; the message says why, in the broker's own words where it had any. */
public final class BrokerDidNotStart extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BrokerDidNotStart(String message) {
        super(message);
    }

    BrokerDidNotStart(String message, Throwable cause) {
        super(message, cause);
    }
}
