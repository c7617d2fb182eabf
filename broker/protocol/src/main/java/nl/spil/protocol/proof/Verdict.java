package nl.spil.protocol.proof;

/** What was decided about the thing an entry is about, as its leaf says it. */
public enum Verdict {
    PERMIT("permit"),
    PARTLY("partly"),
    DENY("deny");

    private final String code;

    Verdict(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
