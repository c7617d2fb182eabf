package nl.spil.partner;

import java.util.ArrayList;
import java.util.List;
import nl.spil.protocol.Json;
import nl.spil.protocol.MalformedJson;
import nl.spil.protocol.seal.VerificationKey;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** A partner's client keys as a JWK set (RFC 7517 section 5). */
final class ClientKeys {
    private static final int MOST = 8;
    private static final int LONGEST = 64 * 1024;

    private ClientKeys() {}

    /** Throws IllegalArgumentException when this is no set of one to eight public signing keys. */
    static List<VerificationKey> in(JsonNode set) {
        var members = set.path("keys");
        if (!members.isArray() || members.isEmpty() || members.size() > MOST) {
            throw new IllegalArgumentException("a set of one to eight keys");
        }
        var keys = new ArrayList<VerificationKey>();
        for (var member : members) {
            if (member.has("d")) {
                throw new IllegalArgumentException("a private key stays with its owner");
            }
            keys.add(VerificationKey.ofJwk(member));
        }
        return List.copyOf(keys);
    }

    /** What the directory stores: only what it understood. */
    static String text(List<VerificationKey> keys) {
        var set = JsonNodeFactory.instance.objectNode();
        var members = set.putArray("keys");
        keys.forEach(key -> members.add(key.toJwk()));
        return set.toString();
    }

    static List<VerificationKey> stored(String text) throws MalformedJson {
        return in(Json.read(text.getBytes(java.nio.charset.StandardCharsets.UTF_8), LONGEST));
    }
}
