package nl.spil.consent;

import nl.spil.protocol.CaseId;

/** Keeps the words people wrote so that only the key of their case opens them. */
public interface PrivateText {
    byte[] seal(CaseId caseId, String text);

    String open(CaseId caseId, byte[] sealed);
}
