package nl.spil.sdk;

import java.net.URI;
import java.time.Instant;
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
 */
public record Profile(
        Oin oin, String name, PartnerType type, ParticipantClass participantClass, URI broker, Actor actor) {
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
        return new Profile(oin, name, type, participantClass, broker, professional);
    }

    byte[] text() {
        var tree = JsonText.object()
                .put("oin", oin.value())
                .put("name", name)
                .put("type", type.code())
                .put("participantClass", participantClass.name())
                .put("broker", broker.toString());
        tree.putObject("actor")
                .put("sub", actor.sub().value())
                .put("role", actor.role().code())
                .put("secrecyDuty", actor.secrecyDuty())
                .put("assignedUntil", actor.assignedUntil().getEpochSecond())
                .put("commercialTask", actor.commercialTask());
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
                    actor(tree.path("actor")));
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
