package nl.spil.protocol;

/** In which capacity a partner takes part (Wgs 2.27(1), 2.27(2) and 2.31(9)). */
public enum ParticipantClass {
    PUBLIC,
    PRIVATE,
    INCIDENTAL
}
