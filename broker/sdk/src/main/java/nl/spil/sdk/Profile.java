package nl.spil.sdk;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import nl.spil.protocol.Actor;
import nl.spil.protocol.ActorRole;
import nl.spil.protocol.EmployeeId;
import nl.spil.protocol.MalformedJson;
import nl.spil.protocol.Oin;
import nl.spil.protocol.ParticipantClass;
import nl.spil.protocol.PartnerType;
import tools.jackson.databind.JsonNode;

/**
 * Which partner a system speaks for, to which broker, and for which professional when no other is named.
 *
 * @param broker the address of the broker, scheme, host and port
 * @param actor the professional for whom it acts unless another is named; an operator acts for none
 */
public record Profile(
        Oin oin, String name, PartnerType type, ParticipantClass participantClass, URI broker, Optional<Actor> actor) {
    public Profile {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a partner has a name");
        }
        if (broker.getScheme() == null || broker.getHost() == null) {
            throw new IllegalArgumentException(
                    "the address of a broker has a scheme and a host, like http://127.0.0.1:8080");
        }
    }

    /** The same partner at a broker that moved. */
    public Profile at(URI address) {
        return new Profile(oin, name, type, participantClass, address, actor);
    }

    /** The same partner, with another professional. */
    public Profile with(Actor professional) {
        return new Profile(oin, name, type, participantClass, broker, Optional.of(professional));
    }

    byte[] text() {
        var tree = JsonText.object()
                .put("oin", oin.value())
                .put("name", name)
                .put("type", type.code())
                .put("participantClass", participantClass.name())
                .put("broker", broker.toString());
        actor.ifPresent(professional -> tree.putObject("actor")
                .put("sub", professional.sub().value())
                .put("role", professional.role().code())
                .put("secrecyDuty", professional.secrecyDuty())
                .put("assignedUntil", professional.assignedUntil().getEpochSecond())
                .put("commercialTask", professional.commercialTask()));
        return JsonText.pretty(tree);
    }

    static Profile read(byte[] text) {
        try {
            var tree = JsonText.read(text);
            return new Profile(
                    new Oin(member(tree, "oin")),
                    member(tree, "name"),
                    new PartnerType(member(tree, "type")),
                    ParticipantClass.valueOf(member(tree, "participantClass")),
                    URI.create(member(tree, "broker")),
                    tree.has("actor") ? Optional.of(actor(tree.path("actor"))) : Optional.empty());
        } catch (IllegalArgumentException | MalformedJson e) {
            throw new IllegalArgumentException("profile.json cannot be used: " + e.getMessage(), e);
        }
    }

    private static Actor actor(JsonNode tree) {
        return new Actor(
                new EmployeeId(member(tree, "sub")),
                new ActorRole(member(tree, "role")),
                tree.path("secrecyDuty").asBoolean(false),
                Instant.ofEpochSecond(tree.path("assignedUntil").asLong(0)),
                tree.path("commercialTask").asBoolean(true));
    }

    private static String member(JsonNode tree, String name) {
        var value = tree.path(name);
        if (!value.isString()) {
            throw new IllegalArgumentException("'" + name + "' is missing");
        }
        return value.stringValue();
    }
}
