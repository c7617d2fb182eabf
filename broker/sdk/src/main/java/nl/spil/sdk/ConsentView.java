package nl.spil.sdk;

import nl.spil.protocol.proof.Receipt;
import tools.jackson.databind.JsonNode;

/**
 * A consent as it was given or withdrawn.
 *
 * @param receipt where that stands in the log
 * @param whole all the broker says, the consent receipt for the data subject included
 */
public record ConsentView(Receipt receipt, JsonNode whole) {}
