package nl.spil.sdk.cli;

import nl.spil.protocol.CaseId;
import nl.spil.protocol.Pseudonym;
import nl.spil.sdk.SpilPartner;

/** The person meant on the command line: by pseudonym, or "." for the only one the case is about. */
final class Subjects {
    private static final String THE_ONE = ".";

    private Subjects() {}

    static Pseudonym named(String text, CaseId caseId, SpilPartner partner, Terminal terminal) {
        if (!text.equals(THE_ONE)) {
            return new Pseudonym(text);
        }
        var subjects = partner.showCase(caseId).subjects();
        if (subjects.size() != 1) {
            throw new UsageMistake(
                    terminal.text("subject.which", Integer.toString(subjects.size())),
                    terminal.text("subject.which.hint", caseId));
        }
        return subjects.getFirst();
    }
}
