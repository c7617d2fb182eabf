package nl.spil.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import nl.spil.protocol.ContentDigest;
import tools.jackson.databind.JsonNode;

/** Reads the pieces of an answer; whatever has another shape than expected makes the whole answer unusable. */
final class Strict {
    private Strict() {}

    static <T> SortedMap<ContentDigest, List<T>> perItem(
            JsonNode map, Function<String, ContentDigest> item, Function<JsonNode, T> read) {
        var perItem = new TreeMap<ContentDigest, List<T>>();
        object(map).forEachEntry((id, values) -> {
            var found = list(values, read);
            expect(!found.isEmpty(), "an empty list");
            perItem.put(item.apply(id), found);
        });
        return perItem;
    }

    static SortedSet<ContentDigest> ids(JsonNode list, Function<String, ContentDigest> item) {
        var ids = new TreeSet<>(list(list, id -> item.apply(text(id))));
        expect(ids.size() == list.size(), "an item twice");
        return ids;
    }

    static <T> List<T> list(JsonNode list, Function<JsonNode, T> read) {
        expect(list.isArray(), "no list");
        var values = new ArrayList<T>(list.size());
        list.values().forEach(value -> values.add(read.apply(value)));
        return values;
    }

    static boolean hasOnly(JsonNode value, Set<String> members) {
        return value.isObject() && value.size() == members.size() && members.containsAll(value.propertyNames());
    }

    static JsonNode object(JsonNode value) {
        expect(value.isObject(), "no object");
        return value;
    }

    static String text(JsonNode value) {
        expect(value.isString() && !value.stringValue().isEmpty(), "no text");
        return value.stringValue();
    }

    static long whole(JsonNode value) {
        expect(value.isIntegralNumber() && value.canConvertToLong(), "no whole number");
        return value.longValue();
    }

    static void expect(boolean met, String instead) {
        if (!met) {
            throw new DecisionUnavailable("the engine's answer cannot be used: " + instead);
        }
    }
}
