package nl.spil.protocol.seal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.spil.protocol.Declaration;
import nl.spil.protocol.DeclarationCode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a sender declares, as the member of the signed payload that holds it, and back. */
final class DeclarationsJson {
    private static final String MEMBER = "declarations";
    private static final Set<String> MEMBERS = Set.of("code", "declaredAt", "until", "reference");

    private DeclarationsJson() {}

    /** Nothing declared is no member. */
    static void write(List<Declaration> declarations, ObjectNode payload) {
        if (declarations.isEmpty()) {
            return;
        }
        var list = payload.putArray(MEMBER);
        for (var declaration : declarations) {
            var json = list.addObject()
                    .put("code", declaration.code().code())
                    .put("declaredAt", declaration.declaredAt().getEpochSecond());
            declaration.until().ifPresent(end -> json.put("until", end.getEpochSecond()));
            declaration.reference().ifPresent(id -> json.put("reference", id));
        }
    }

    static List<Declaration> read(Members payload, Findings findings) {
        return payload.has(MEMBER)
                ? payload.array(MEMBER)
                        .optional()
                        .map(list -> read(list, payload.pointer(MEMBER), findings))
                        .orElse(List.of())
                : List.of();
    }

    private static List<Declaration> read(JsonNode list, String pointer, Findings findings) {
        findings.unless(!list.isEmpty() && list.size() <= Declaration.MOST, Flaw.MEMBER_ILL_FORMED, pointer);
        var declarations = new ArrayList<Declaration>(list.size());
        for (var i = 0; i < list.size() && i < Declaration.MOST; i++) {
            one(list.required(i), pointer + "/" + i, findings).ifPresent(declarations::add);
        }
        var codes = declarations.stream().map(Declaration::code).distinct().count();
        findings.unless(codes == declarations.size(), Flaw.DECLARED_TWICE, pointer);
        return codes == declarations.size() ? declarations : List.of();
    }

    private static Optional<Declaration> one(JsonNode node, String pointer, Findings findings) {
        var before = findings.count();
        var members = new Members(node, pointer, findings, MEMBERS);
        var code = members.text("code", DeclarationCode::of);
        var declaredAt = members.moment("declaredAt");
        var until = members.has("until") ? members.moment("until").optional() : Optional.<java.time.Instant>empty();
        var reference = members.optionalText("reference", id -> id);
        if (findings.count() > before) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Declaration(code.value(), declaredAt.value(), until, reference));
        } catch (IllegalArgumentException _) {
            findings.add(Flaw.MEMBER_ILL_FORMED, pointer);
            return Optional.empty();
        }
    }
}
