package nl.spil.disclosure;

import java.nio.charset.StandardCharsets;
import nl.spil.consent.PrivateText;
import nl.spil.protocol.CaseId;

/** Words of tests are made up, so they need not be sealed. */
final class PlainText implements PrivateText {
    @Override
    public byte[] seal(CaseId caseId, String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String open(CaseId caseId, byte[] sealed) {
        return new String(sealed, StandardCharsets.UTF_8);
    }
}
