package nl.spil.decision;

/** Policy gave no answer that can be trusted; whoever asked must release nothing. */
public final class DecisionUnavailable extends RuntimeException {
    public DecisionUnavailable(String why) {
        super(why);
    }

    public DecisionUnavailable(String why, Throwable cause) {
        super(why, cause);
    }
}
