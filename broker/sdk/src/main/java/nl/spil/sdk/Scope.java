package nl.spil.sdk;

/** What a token is good for; the sdk asks for one at a time, so that a stolen token is good for little. */
enum Scope {
    OPERATE("spil.operate"),
    CASES("spil.cases"),
    EXCHANGES("spil.exchanges"),
    DISCLOSURES("spil.disclosures"),
    DECISIONS("spil.decisions"),
    CONSENTS("spil.consents"),
    PARTNERS("spil.partners"),
    POLICIES("spil.policies"),
    LOG("spil.log"),
    /** The auditor's: every entry of the log. */
    AUDIT("spil.log spil.operate"),
    /** Every question that was judged. */
    POLICY_AUDIT("spil.policies spil.operate");

    private final String text;

    Scope(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }
}
