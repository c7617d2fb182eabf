package nl.spil.author;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The codes that the tables know; what they do not know, no enumeration in this code knows either. */
record Codes(JsonNode tables) {

    List<String> purposes() {
        return names("purposes");
    }

    List<String> categories() {
        return names("categories");
    }

    List<String> partnerTypes() {
        return names("partner_types");
    }

    /** Lightest first. */
    List<String> answers() {
        var answers = new ArrayList<>(names("answer_weights"));
        answers.sort(Comparator.comparingInt(this::weight));
        return answers;
    }

    /** What tells no more than this answer, itself included. */
    List<String> lighter(String answer) {
        return answers().stream()
                .filter(other -> weight(other) <= weight(answer))
                .toList();
    }

    private int weight(String answer) {
        return tables.path("answer_weights").path(answer).asInt();
    }

    List<String> declarations() {
        return names("declarations");
    }

    /** The role in which somebody collects for this purpose: the usual one unless the purpose asks for others. */
    String role(String purpose, String usual) {
        return texts(tables.path("purposes").path(purpose).path("roles"))
                .findFirst()
                .orElse(usual);
    }

    List<String> stages() {
        var stages = new LinkedHashSet<>(texts(tables.path("open_stages")).toList());
        tables.path("purposes")
                .forEach(purpose ->
                        purpose.path("stages").forEach(allowed -> texts(allowed).forEach(stages::add)));
        return List.copyOf(stages);
    }

    List<String> actions() {
        var actions = new TreeSet<String>();
        tables.path("purposes")
                .forEach(purpose -> actions.addAll(purpose.path("stages").propertyNames()));
        return List.copyOf(actions);
    }

    List<String> ageBands() {
        return texts(tables.path("age_bands")).toList();
    }

    List<String> roles() {
        var roles = new LinkedHashSet<String>();
        tables.path("categories")
                .forEach(category -> texts(category.path("about")).forEach(roles::add));
        return List.copyOf(roles);
    }

    Set<String> kinds() {
        var kinds = new TreeSet<String>();
        tables.path("partner_types").forEach(type -> texts(type.path("classes")).forEach(kinds::add));
        return kinds;
    }

    /** Every type in every class it may have; one that may have none in all of them. */
    List<Partner> partners() {
        return partnerTypes().stream().flatMap(type -> partners(type).stream()).toList();
    }

    private List<Partner> partners(String type) {
        var kinds =
                texts(tables.path("partner_types").path(type).path("classes")).toList();
        return (kinds.isEmpty() ? kinds().stream() : kinds.stream())
                .map(kind -> new Partner(type, kind))
                .toList();
    }

    /** Whether this purpose may be used in this stage at all. */
    boolean fits(Point point) {
        return texts(tables.path("purposes")
                        .path(point.purpose())
                        .path("stages")
                        .path(point.action()))
                .anyMatch(point.stage()::equals);
    }

    /** A purpose of a case that bears this purpose of use: the one that is named when it does. */
    String casePurpose(String purpose, String usual) {
        var table = tables.path("case_purposes");
        if (bears(table.path(usual), purpose)) {
            return usual;
        }
        return names("case_purposes").stream()
                .filter(each -> bears(table.path(each), purpose))
                .findFirst()
                .orElse(usual);
    }

    private static boolean bears(JsonNode purposes, String purpose) {
        return texts(purposes).anyMatch(purpose::equals);
    }

    private List<String> names(String table) {
        return tables.path(table).propertyNames().stream().sorted().toList();
    }

    static Stream<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString);
    }
}
