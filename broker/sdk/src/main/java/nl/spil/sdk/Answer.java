package nl.spil.sdk;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** What the broker answered to a call that it accepted. */
@SuppressWarnings("ArrayRecordComponent") // Never compared and never changed; a copy of megabytes would guard nothing.
record Answer(int status, byte[] body) {

    JsonNode json() {
        try {
            return Json.read(body);
        } catch (JacksonException e) {
            throw new BrokerUnavailable("the broker answered with something that is not JSON", e);
        }
    }
}
