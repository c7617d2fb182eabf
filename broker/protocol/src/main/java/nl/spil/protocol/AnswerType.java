package nl.spil.protocol;

/** How much an answer tells, from least to most intrusive; declared in that order. */
public enum AnswerType {
    KNOWN,
    YES_NO,
    STATUS,
    SUMMARY,
    DOCUMENT
}
