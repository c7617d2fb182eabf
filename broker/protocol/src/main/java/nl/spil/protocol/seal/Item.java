package nl.spil.protocol.seal;

import nl.spil.protocol.AnswerType;
import nl.spil.protocol.DataCategory;
import nl.spil.protocol.Pseudonym;
import tools.jackson.databind.JsonNode;

/**
 * One data element as its sender knows it, before sealing; prints everything but its value.
 *
 * @param value any JSON value without fractions, at most seven levels deep and 1 MiB long
 */
public record Item(DataCategory category, AnswerType answerType, Pseudonym subject, JsonNode value) {
    public Item {
        value = value.deepCopy();
    }

    @Override
    public String toString() {
        return "item " + category + " " + answerType;
    }
}
