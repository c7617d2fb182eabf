package nl.spil.consent;

/** What became of an attempt to register a consent. */
public sealed interface Registration {
    /** It stands in the register, now or since an earlier attempt with the same words. */
    record Registered(RegisteredConsent consent) implements Registration {}

    /** Another consent has this id. */
    record IdTaken() implements Registration {}
}
