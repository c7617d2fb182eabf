package nl.spil.consent;

/** The three things people mean by consent, which must not be mixed (AP, social domain, 2016). */
public enum ConsentKind {
    /** The basis for processing itself (AVG 6(1)(a)). */
    PROCESSING_BASIS,
    /** Releases a professional from secrecy towards these recipients (Wgs 2.29(2)). */
    SECRECY_RELEASE,
    /** Agrees with the help itself; never a ground for sharing. */
    SERVICE_AGREEMENT
}
