package nl.spil.protocol;

/** Where a case stands in the process of Wgs 2.31; which data may flow in it is for policy to say. */
public enum Stage {
    REGISTERED,
    TRIAGE,
    ASSESSMENT,
    CONSULTATION,
    EXECUTION,
    EVALUATION,
    CLOSED
}
