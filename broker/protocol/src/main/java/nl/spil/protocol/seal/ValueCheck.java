package nl.spil.protocol.seal;

import nl.spil.protocol.AnswerType;
import nl.spil.protocol.DataCategory;
import tools.jackson.databind.JsonNode;

/** Tells whether an opened value has the form that its category and answer type promise. */
@FunctionalInterface
public interface ValueCheck {
    boolean accepts(DataCategory category, AnswerType answerType, JsonNode value);

    /** For recipients that check values elsewhere. */
    static ValueCheck any() {
        return (_, _, _) -> true;
    }
}
