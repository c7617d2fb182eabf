package nl.spil.decision;

/** The ground a provider states for breaking its professional secrecy (Wgs 2.29(2)). */
public enum SecrecyBasis {
    CONSENT("consent"),
    GOOD_CARE("good-care");

    private final String code;

    SecrecyBasis(String code) {
        this.code = code;
    }

    /** The word the rules know it by. */
    public String code() {
        return code;
    }
}
