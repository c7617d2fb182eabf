package nl.spil.ledger;

/** The log cannot be trusted as it stands, or another broker writes it: this broker does not write to it. */
public final class LogRefused extends RuntimeException {
    private final boolean taken;

    LogRefused(String reason) {
        this(reason, false);
    }

    private LogRefused(String reason, boolean taken) {
        super(reason);
        this.taken = taken;
    }

    static LogRefused taken() {
        return new LogRefused("another broker writes this log", true);
    }

    /** Whether it may help to wait: a broker that was killed keeps the log for a moment. */
    boolean isTaken() {
        return taken;
    }
}
