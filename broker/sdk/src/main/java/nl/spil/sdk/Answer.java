package nl.spil.sdk;

import nl.spil.protocol.MalformedJson;
import tools.jackson.databind.JsonNode;

/** What the broker answered to a call that it accepted. */
@SuppressWarnings("ArrayRecordComponent") // Never compared and never changed; a copy of megabytes would guard nothing.
record Answer(int status, byte[] body) {

    JsonNode json() {
        try {
            return JsonText.read(body);
        } catch (MalformedJson e) {
            throw new BrokerUnavailable("the broker answered with something that is not JSON", e);
        }
    }
}
