package nl.spil.author;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/**
 * Which codes of one dimension an invariant ranges over, as its author writes it: a list of codes, {@code {not: […]}},
 * or what the row of a table must say, {@code {health: true}}. Nothing written is all of them.
 */
record Choice(boolean all, Predicate<String> holds) {
    private static final Choice ALL = new Choice(true, _ -> true);

    /** @param known the codes there are: a code that does not exist would make an invariant that never speaks */
    static Choice read(JsonNode written, Collection<String> known, JsonNode rows, String where) {
        if (written.isMissingNode()) {
            return ALL;
        }
        if (written.isArray()) {
            var codes = codes(written, known, where);
            return new Choice(false, codes::contains);
        }
        if (written.has("not")) {
            var codes = codes(written.get("not"), known, where);
            return new Choice(false, code -> !codes.contains(code));
        }
        if (!written.isObject() || written.isEmpty()) {
            throw new UnreadableSource(where, "a list of codes, {not: [...]} or what a table says");
        }
        return new Choice(false, code -> says(rows.path(code), written));
    }

    private static Set<String> codes(JsonNode list, Collection<String> known, String where) {
        var codes = new HashSet<>(Codes.texts(list).toList());
        var unknown =
                codes.stream().filter(code -> !known.contains(code)).sorted().toList();
        if (!unknown.isEmpty() || codes.isEmpty()) {
            throw new UnreadableSource(where, "the tables do not know " + unknown);
        }
        return codes;
    }

    /** Whether the row says what is written; where it says a list, whether that is in it. */
    static boolean says(JsonNode row, JsonNode written) {
        return written.properties().stream().allMatch(member -> {
            var said = row.path(member.getKey());
            var wanted = member.getValue();
            var any = wanted.isArray() ? wanted.valueStream().toList() : List.of(wanted);
            return any.stream()
                    .anyMatch(each -> said.equals(each) || said.valueStream().anyMatch(each::equals));
        });
    }
}
