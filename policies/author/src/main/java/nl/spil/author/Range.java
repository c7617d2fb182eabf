package nl.spil.author;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The part of the matrix that an invariant speaks of; what it does not name it speaks of as a whole. */
record Range(
        Predicate<Partner> provider,
        Predicate<Partner> recipient,
        Choice purpose,
        Choice action,
        Choice stage,
        Choice consent,
        Choice category,
        Choice answer,
        Choice ageBand,
        Choice role) {
    private static final Set<String> DIMENSIONS = Set.of(
            "provider", "recipient", "purpose", "action", "stage", "consent", "category", "answer", "age", "role");

    /** @param where the file, for who made a mistake in it */
    static Range read(JsonNode written, Matrix matrix, String where) {
        var codes = matrix.codes();
        for (var name : written.propertyNames()) {
            if (!DIMENSIONS.contains(name)) {
                throw new UnreadableSource(
                        where,
                        name + " is none of " + DIMENSIONS.stream().sorted().toList());
            }
        }
        return new Range(
                partner(written.path("provider"), codes, where),
                partner(written.path("recipient"), codes, where),
                choice(written, "purpose", codes.purposes(), codes.tables().path("purposes"), where),
                choice(written, "action", codes.actions(), written, where),
                choice(written, "stage", codes.stages(), written, where),
                choice(written, "consent", matrix.consents(), written, where),
                choice(written, "category", matrix.categories(), codes.tables().path("categories"), where),
                choice(written, "answer", codes.answers(), written, where),
                choice(written, "age", codes.ageBands(), written, where),
                choice(written, "role", codes.roles(), written, where));
    }

    boolean holds(Point point) {
        return provider.test(point.provider())
                && purpose.holds().test(point.purpose())
                && action.holds().test(point.action())
                && stage.holds().test(point.stage())
                && consent.holds().test(point.consent());
    }

    boolean holds(Item item) {
        return category.holds().test(item.category())
                && answer.holds().test(item.answer())
                && ageBand.holds().test(item.ageBand())
                && role.holds().test(item.role());
    }

    private static Choice choice(JsonNode written, String name, List<String> known, JsonNode rows, String where) {
        return Choice.read(written.path(name), known, rows, where);
    }

    /** A partner is chosen by its type, by the class it takes part in, and by what the table says of its type. */
    private static Predicate<Partner> partner(JsonNode written, Codes codes, String where) {
        if (!written.isObject() || written.has("not")) {
            var types = Choice.read(written, codes.partnerTypes(), written, where);
            return partner -> types.holds().test(partner.type());
        }
        var types = Choice.read(written.path("type"), codes.partnerTypes(), written, where);
        var kinds = Choice.read(written.path("class"), codes.kinds(), written, where);
        var rest = ((ObjectNode) written).deepCopy().remove(List.of("type", "class"));
        return partner -> types.holds().test(partner.type())
                && kinds.holds().test(partner.kind())
                && Choice.says(codes.tables().path("partner_types").path(partner.type()), rest);
    }
}
