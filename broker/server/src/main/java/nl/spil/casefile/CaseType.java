package nl.spil.casefile;

/** On which ground a case is handled together (Wgs 2.25 and 2.26). */
public enum CaseType {
    /** Complex casuistry: several problems, several chains, harm to others. */
    COMPLEX,
    /** On the published list of prioritised cases (Wgs 2.32). */
    PRIORITISED
}
