package nl.spil.casefile;

/** What became of an attempt to change a case. */
sealed interface CaseChange {

    /** It is so: now, or since an earlier attempt. */
    record Done(CaseFile caseFile, long entry) implements CaseChange {}

    /** There is no such case, or not for this partner. */
    record NotVisible() implements CaseChange {}

    /** The partner may not do this: only admitted public participants decide about a case (Wgs 2.31(2), (4)). */
    record NotAllowed() implements CaseChange {}

    /** Something stands in the way; the code says what. */
    record Conflict(String code) implements CaseChange {}
}
