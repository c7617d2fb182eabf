package nl.spil.sdk;

/** The broker could not be reached or could not answer, also after trying again; nothing is known to have happened. */
public final class BrokerUnavailable extends SpilException {

    BrokerUnavailable(String message) {
        super(message);
    }

    BrokerUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
