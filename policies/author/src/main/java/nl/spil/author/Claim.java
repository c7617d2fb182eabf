package nl.spil.author;

import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** What must hold in the part of the matrix that an invariant ranges over. */
sealed interface Claim {

    /** Nothing is permitted. */
    record Never() implements Claim {}

    /**
     * What is permitted lies in this part of the matrix.
     *
     * @param bases one of which carries what is permitted; empty where that does not matter
     */
    record Only(Range range, Set<String> bases) implements Claim {}

    /** What is permitted comes with these obligations. */
    record Carries(List<String> obligations) implements Claim {}

    /** Where an answer is permitted, every lighter one is. */
    record AlsoLighter() implements Claim {}

    /** With this difference nothing more is permitted. */
    record NotWider(Differing differing) implements Claim {}

    /** With this difference nothing less is permitted. */
    record NotNarrower(Differing differing) implements Claim {}

    /** Whether something that is permitted is all there is to see where it does not hold. */
    default boolean isBrokenByPermitting() {
        return switch (this) {
            case Only only -> only.bases().isEmpty();
            case Never _, NotWider _ -> true;
            case Carries _, AlsoLighter _, NotNarrower _ -> false;
        };
    }

    /**
     * Reads what an author wrote.
     *
     * @param where the file, for who made a mistake in it
     */
    static Claim read(JsonNode written, Matrix matrix, String where) {
        if (written.isString()) {
            return switch (written.stringValue()) {
                case "never" -> new Never();
                case "also_lighter" -> new AlsoLighter();
                default -> throw unknown(where);
            };
        }
        if (written.size() != 1) {
            throw unknown(where);
        }
        var name = written.propertyNames().iterator().next();
        var value = written.get(name);
        return switch (name) {
            case "only" -> only(value, matrix, where);
            case "carry" -> new Carries(Codes.texts(value).toList());
            case "not_widen" -> new NotWider(Differing.read(value, matrix, where));
            case "not_narrow" -> new NotNarrower(Differing.read(value, matrix, where));
            default -> throw unknown(where);
        };
    }

    private static Claim only(JsonNode value, Matrix matrix, String where) {
        var range = value.deepCopy();
        var bases = range instanceof ObjectNode object ? object.remove("basis") : null;
        var known = matrix.codes().tables().path("bases");
        var named = Set.copyOf(
                Codes.texts(bases == null ? MissingNode.getInstance() : bases).toList());
        if (!named.stream().allMatch(known::has)) {
            throw new UnreadableSource(where, "the tables do not know one of the bases " + named);
        }
        return new Only(Range.read(range, matrix, where), named);
    }

    private static UnreadableSource unknown(String where) {
        return new UnreadableSource(where, "must: never, also_lighter, {only}, {carry}, {not_widen} or {not_narrow}");
    }
}
