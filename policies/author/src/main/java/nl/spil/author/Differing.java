package nl.spil.author;

import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** How a question differs from another one that it is compared with. */
sealed interface Differing {

    /** Other facts, and more of them. */
    record Facts(JsonNode given, JsonNode added) implements Differing {}

    /** Another state of consent. */
    record Consents(String state) implements Differing {}

    /** One fact less, whichever. */
    record EachFactMissing() implements Differing {}

    static Differing read(JsonNode written, Matrix matrix, String where) {
        if (written.isString() && written.stringValue().equals("each_fact_missing")) {
            return new EachFactMissing();
        }
        if (written.has("consent") && written.size() == 1) {
            return new Consents(known(written.get("consent").asString(), matrix, where));
        }
        if (written.isObject() && !written.isEmpty() && Set.of("given", "added").containsAll(written.propertyNames())) {
            return new Facts(written.path("given"), written.path("added"));
        }
        throw new UnreadableSource(where, "each_fact_missing, {consent: state}, {given: facts} or {added: facts}");
    }

    private static String known(String state, Matrix matrix, String where) {
        if (!matrix.consents().contains(state)) {
            throw new UnreadableSource(where, "no state of consent is called " + state);
        }
        return state;
    }

    /** The questions that differ so from this one. */
    default List<ObjectNode> from(ObjectNode question, Matrix matrix) {
        return switch (this) {
            case Facts facts -> {
                var changed = question.deepCopy();
                Change.give(changed, facts.given());
                Change.add(changed, facts.added());
                yield List.of(changed);
            }
            case Consents consents -> {
                var changed = question.deepCopy();
                matrix.consents((ObjectNode) changed.required("context"), consents.state());
                yield List.of(changed);
            }
            case EachFactMissing _ -> MissingFacts.each(question);
        };
    }
}
