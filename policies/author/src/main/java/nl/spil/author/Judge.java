package nl.spil.author;

import tools.jackson.databind.JsonNode;

/** Who answers questions, for one thread at a time: an engine with the rules, whatever the rules are. */
interface Judge {
    JsonNode answer(JsonNode question);

    /** Only what is permitted, per recipient. */
    JsonNode permitted(JsonNode question);
}
