package nl.spil.author;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Invariants that are asked about the same questions, so that one answer serves them all.
 *
 * @param given what is different in every question
 */
record Walk(Matrix matrix, JsonNode given, List<Item> items, List<Invariant> invariants) {

    /** The invariants in as few walks as there are different questions. */
    static List<Walk> of(Matrix matrix, List<Invariant> invariants) {
        var walks = new LinkedHashMap<List<Object>, Walk>();
        for (var invariant : invariants) {
            var items = matrix.items(invariant.range());
            walks.computeIfAbsent(
                            List.of(invariant.given(), items, ownQuestions(invariant)),
                            _ -> new Walk(matrix, invariant.given(), items, new ArrayList<>()))
                    .invariants()
                    .add(invariant);
        }
        return List.copyOf(walks.values());
    }

    /** What compares two questions asks some of its own, which others need not wait for. */
    private static String ownQuestions(Invariant invariant) {
        return switch (invariant.claim()) {
            case Claim.NotWider _, Claim.NotNarrower _ -> invariant.name();
            case Claim.Never _, Claim.Only _, Claim.Carries _, Claim.AlsoLighter _ -> "";
        };
    }

    /**
     * Whether it asks other questions than those of the matrix itself. Out of its stages a purpose permits nothing, as the
     * matrix itself shows, so these are asked in the stages of their purpose only.
     */
    boolean asksItsOwn() {
        return !given.isMissingNode()
                || invariants.stream().anyMatch(one -> !ownQuestions(one).isEmpty());
    }

    boolean concerns(Point point) {
        return invariants.stream().anyMatch(invariant -> invariant.range().holds(point));
    }

    ObjectNode question(Point point) {
        var question = matrix.question(point, items);
        Change.give(question, given);
        return question;
    }

    /** The items, by their places in the list, that lie in a part of the matrix. */
    BitSet in(Range range) {
        var places = new BitSet(items.size());
        for (var at = 0; at < items.size(); at++) {
            places.set(at, range.holds(items.get(at)));
        }
        return places;
    }

    /** What is permitted, as the places of items in the list, per recipient. */
    static Map<String, BitSet> read(JsonNode permitted) {
        var places = new HashMap<String, BitSet>();
        permitted.properties().forEach(recipient -> {
            var set = new BitSet();
            recipient.getValue().forEach(id -> set.set(Integer.parseInt(id.asString())));
            places.put(recipient.getKey(), set);
        });
        return places;
    }
}
