package nl.spil.protocol;

/** All that Spil knows of a data subject's age: which rules of consent and representation hold (BW 7:450). */
public enum AgeBand {
    UNDER_12,
    FROM_12_TO_15,
    FROM_16,
    ADULT
}
