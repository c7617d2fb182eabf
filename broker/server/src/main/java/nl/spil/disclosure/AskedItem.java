package nl.spil.disclosure;

import nl.spil.protocol.AnswerType;
import nl.spil.protocol.ContentDigest;
import nl.spil.protocol.DataCategory;
import nl.spil.protocol.Pseudonym;
import nl.spil.protocol.seal.Label;

/** One item somebody wants to share: its labels, never what is in it. */
public record AskedItem(ContentDigest id, DataCategory category, AnswerType answerType, Pseudonym subject) {

    static AskedItem of(Label label) {
        return new AskedItem(label.item(), label.category(), label.answerType(), label.subject());
    }
}
