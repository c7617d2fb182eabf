package nl.spil.decision;

/** What somebody wants to do with the items of a question. */
public enum ActionName {
    DISCLOSE("disclose"),
    COLLECT("collect"),
    PRE_CHECK("pre-check");

    private final String code;

    ActionName(String code) {
        this.code = code;
    }

    /** The word the rules know it by. */
    public String code() {
        return code;
    }
}
