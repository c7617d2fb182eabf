package nl.spil.casefile;

/** In which capacity a person is in a case (Wgs 2.30(1)). */
public enum SubjectRole {
    DATA_SUBJECT,
    DIRECT_CIRCLE,
    STAFF
}
