package nl.spil.author;

import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Leaves out of a question what it can do without and still show what it shows. */
final class Shortening {
    private Shortening() {}

    static ObjectNode of(ObjectNode question, Predicate<ObjectNode> shows) {
        var shortest = question;
        for (var member : List.copyOf(question.path("context").propertyNames())) {
            shortest = without(shortest, member, shows);
        }
        return shortest;
    }

    private static ObjectNode without(ObjectNode question, String member, Predicate<ObjectNode> shows) {
        var lacking = question.deepCopy();
        ((ObjectNode) lacking.required("context")).remove(member);
        if (shows.test(lacking)) {
            return lacking;
        }
        return question.required("context").get(member) instanceof ArrayNode list
                ? withFewer(question, member, list.size(), shows)
                : question;
    }

    private static ObjectNode withFewer(ObjectNode question, String member, int size, Predicate<ObjectNode> shows) {
        var shortest = question;
        for (var at = size - 1; at >= 0; at--) {
            var lacking = shortest.deepCopy();
            ((ArrayNode) lacking.required("context").required(member)).remove(at);
            shortest = shows.test(lacking) ? lacking : shortest;
        }
        return shortest;
    }
}
