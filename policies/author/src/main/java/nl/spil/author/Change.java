package nl.spil.author;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What is different in a question, as stories and invariants write it. */
final class Change {
    private Change() {}

    /**
     * Members replace members, lists replace lists, null takes a member away; an object in the place of a list changes
     * everything in the list.
     */
    static void give(ObjectNode base, JsonNode given) {
        given.properties().forEach(member -> {
            var name = member.getKey();
            var value = member.getValue();
            var there = base.get(name);
            if (value.isNull()) {
                base.remove(name);
            } else if (value.isObject() && there instanceof ObjectNode below) {
                give(below, value);
            } else if (value.isObject() && there instanceof ArrayNode list) {
                list.forEach(each -> give((ObjectNode) each, value));
            } else {
                base.set(name, value.deepCopy());
            }
        });
    }

    /** Lists get longer by what is written; what else there is stays. */
    static void add(ObjectNode base, JsonNode added) {
        added.properties().forEach(member -> {
            var there = base.get(member.getKey());
            if (there instanceof ArrayNode list && member.getValue() instanceof ArrayNode more) {
                more.forEach(each -> list.add(each.deepCopy()));
            } else if (there instanceof ObjectNode below && member.getValue().isObject()) {
                add(below, member.getValue());
            } else {
                base.set(member.getKey(), member.getValue().deepCopy());
            }
        });
    }
}
