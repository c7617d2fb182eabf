package nl.spil.author;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A question with one fact less. */
final class MissingFacts {
    /** A term without an end is left out of a question: without it the question says something else, not less. */
    private static final Set<String> TERMS = Set.of("admittedUntil", "validUntil");

    private MissingFacts() {}

    /** One for each fact; of what stands in a list, every one lacks it at once. */
    static List<ObjectNode> each(ObjectNode question) {
        var missing = new ArrayList<ObjectNode>();
        for (var path : paths(question)) {
            var lacking = question.deepCopy();
            remove(lacking, path);
            missing.add(lacking);
        }
        return missing;
    }

    /** The paths of all facts, without the numbers of what stands in a list. */
    static List<List<String>> paths(JsonNode question) {
        var paths = new ArrayList<List<String>>();
        collect(question, List.of(), paths);
        return paths.stream().distinct().toList();
    }

    private static void collect(JsonNode node, List<String> path, List<List<String>> paths) {
        node.properties().forEach(member -> {
            if (!TERMS.contains(member.getKey())) {
                var below = new ArrayList<>(path);
                below.add(member.getKey());
                paths.add(below);
                collect(member.getValue(), below, paths);
            }
        });
        if (node.isArray()) {
            node.forEach(each -> collect(each, path, paths));
        }
    }

    private static void remove(JsonNode node, List<String> path) {
        switch (node) {
            case ArrayNode list -> list.forEach(each -> remove(each, path));
            case ObjectNode object when path.size() == 1 -> object.remove(path.getFirst());
            case ObjectNode object
            when object.has(path.getFirst()) -> remove(object.get(path.getFirst()), path.subList(1, path.size()));
            default -> {}
        }
    }
}
