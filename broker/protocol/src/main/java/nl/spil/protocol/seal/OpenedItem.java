package nl.spil.protocol.seal;

import nl.spil.protocol.AnswerType;
import nl.spil.protocol.ContentDigest;
import nl.spil.protocol.DataCategory;
import nl.spil.protocol.Pseudonym;
import tools.jackson.databind.JsonNode;

/** One data element as its recipient got it; prints everything but its value. */
public record OpenedItem(
        ContentDigest id, DataCategory category, AnswerType answerType, Pseudonym subject, JsonNode value) {
    @Override
    public String toString() {
        return "item " + id + " " + category + " " + answerType;
    }
}
