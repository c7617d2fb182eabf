package nl.spil.ledger;

import java.util.Locale;

/** What an entry says has happened. */
public enum EntryKind {
    EXCHANGE_RECEIVED,
    DISCLOSURE,
    REFUSAL,
    COLLECTED,
    COLLECTION_REFUSED,
    ACKNOWLEDGED,
    DISCLOSURE_WITHDRAWN,
    DISCLOSURE_EXPIRED,
    PRE_CHECK,
    ATTEMPT_REFUSED,
    REQUEST,
    WITHHOLDING,
    CONSENT_GIVEN,
    CONSENT_WITHDRAWN,
    CASE_OPENED,
    CASE_ADMITTED,
    CASE_ADMISSION_ENDED,
    CASE_STAGE_CHANGED,
    CASE_READ,
    CASE_CLOSED,
    PARTNER_REGISTERED,
    KEYS_CHANGED,
    CREDENTIALS_CHANGED,
    KEY_REVOKED,
    POLICY_ACTIVATED,
    LOG_READ,
    LOG_ALTERED,
    LOG_RESTORED,
    REVIEW_VERDICT,
    SHIELDED,
    DESTROYED;

    private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** How the leaf spells it. */
    public String code() {
        return code;
    }
}
