package nl.spil.sdk;

import nl.spil.protocol.DataCategory;

/** The parts of a JZV <i>Melding</i> that become items, with the category each has unless its sender says otherwise. */
public enum ReportSection {
    /** Name, birth and sex. */
    PERSON("IDENTIFYING"),
    /** Address and means of communication. */
    CONTACT("CONTACT"),
    BSN("BSN"),
    /** What happened, when and where. */
    INCIDENT("SAFETY_ASSESSMENT"),
    /** The story: zorgelijkeSituatie. */
    CONCERN("SAFETY_ASSESSMENT"),
    /** overigeInformatie: free text that may be about anything, so the sender may need to say what. */
    OTHER_INFORMATION("SAFETY_ASSESSMENT"),
    /** Number, kind, date, what is asked, and whether an answer is expected. */
    QUESTION("SAFETY_ASSESSMENT");

    private final String usual;

    ReportSection(String usual) {
        this.usual = usual;
    }

    DataCategory usualCategory() {
        return new DataCategory(usual);
    }
}
