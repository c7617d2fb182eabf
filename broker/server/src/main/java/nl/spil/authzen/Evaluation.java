package nl.spil.authzen;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One question as AuthZEN puts it.
 *
 * @param whole subject, action, resource and context as they were asked, without anything else that came along
 */
record Evaluation(Entity subject, String action, Entity resource, ObjectNode whole) {

    /** The properties of subject, action or resource; none when they were not given. */
    JsonNode propertiesOf(String part) {
        return whole.required(part).path("properties").isObject()
                ? whole.required(part).required("properties")
                : JsonNodeFactory.instance.objectNode();
    }

    JsonNode context() {
        return whole.has("context") ? whole.required("context") : JsonNodeFactory.instance.objectNode();
    }
}
