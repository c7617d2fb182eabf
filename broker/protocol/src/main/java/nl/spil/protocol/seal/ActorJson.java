package nl.spil.protocol.seal;

import java.util.Optional;
import java.util.Set;
import nl.spil.protocol.Actor;
import nl.spil.protocol.ActorRole;
import nl.spil.protocol.EmployeeId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An actor as its partner signs it, in an exchange or in a token. */
final class ActorJson {
    static final Set<String> MEMBERS = Set.of("sub", "role", "secrecyDuty", "assignedUntil", "commercialTask");

    private ActorJson() {}

    static ObjectNode write(Actor actor) {
        return writeTo(Jwk.object(), actor);
    }

    static ObjectNode writeTo(ObjectNode json, Actor actor) {
        return json.put("sub", actor.sub().value())
                .put("role", actor.role().code())
                .put("secrecyDuty", actor.secrecyDuty())
                .put("assignedUntil", actor.assignedUntil().getEpochSecond())
                .put("commercialTask", actor.commercialTask());
    }

    static Optional<Actor> read(JsonNode json, String pointer, Findings findings) {
        return read(new Members(json, pointer, findings, MEMBERS), findings);
    }

    static Optional<Actor> read(Members members, Findings findings) {
        var before = findings.count();
        var sub = members.text("sub", EmployeeId::new);
        var role = members.text("role", ActorRole::new);
        var secrecyDuty = members.flag("secrecyDuty");
        var assignedUntil = members.moment("assignedUntil");
        var commercialTask = members.flag("commercialTask");
        return findings.count() > before
                ? Optional.empty()
                : Optional.of(new Actor(
                        sub.value(), role.value(), secrecyDuty.value(), assignedUntil.value(), commercialTask.value()));
    }
}
