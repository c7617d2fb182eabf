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

    static Verdict of(String code) {
        for (var verdict : values()) {
            if (verdict.code.equals(code)) {
                return verdict;
            }
        }
        throw new IllegalArgumentException("no such verdict");
    }
}
