package nl.spil.decision;

import nl.spil.protocol.CaseId;
import nl.spil.protocol.Purpose;
import nl.spil.protocol.Stage;

/**
 * What is so now about the case a question is about.
 *
 * @param type the code under which the case was registered, like COMPLEX
 * @param shielded whether it was closed and so withdrawn from sight (Wgs 2.31(8))
 */
public record CaseFacts(CaseId id, Purpose purpose, boolean goalSet, String type, Stage stage, boolean shielded) {}
