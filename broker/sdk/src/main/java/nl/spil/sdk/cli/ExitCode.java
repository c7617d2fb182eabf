package nl.spil.sdk.cli;

/** What a script can tell from the number with which {@code spil} ends; the numbers never change meaning. */
public enum ExitCode {
    OK(0),
    /** Something went wrong that nobody foresaw. */
    UNEXPECTED(1),
    /** The command was not understood: an option is missing, unknown or ill-formed. */
    USAGE(2),
    /** The rules do not allow it. */
    REFUSED(3),
    /** It does not exist, or not for this partner. */
    NOT_FOUND(4),
    /** The broker cannot be reached or cannot answer now; trying again later may help. */
    UNAVAILABLE(5),
    /** A signature, digest, proof or key does not check out. */
    VERIFICATION_FAILED(6),
    /** The broker did not accept the request as it was; sending it again will not help. */
    REJECTED(7),
    /** This partner, key or token may not do this. */
    NOT_AUTHORISED(8),
    /** Ctrl-C. */
    INTERRUPTED(130);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }
}
