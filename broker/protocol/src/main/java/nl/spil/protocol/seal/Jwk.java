package nl.spil.protocol.seal;

import static java.nio.charset.StandardCharsets.UTF_8;

import nl.spil.protocol.Base64Url;
import nl.spil.protocol.CanonicalJson;
import nl.spil.protocol.Json;
import nl.spil.protocol.KeyId;
import nl.spil.protocol.MalformedJson;
import nl.spil.protocol.Sha256;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reading and writing keys as JSON (RFC 7517) member by member; every mistake is an IllegalArgumentException. */
final class Jwk {
    private static final int MAXIMUM_BYTES = 16 * 1024;

    private final JsonNode members;

    Jwk(JsonNode members) {
        if (!members.isObject()) {
            throw new IllegalArgumentException("a key is a JSON object");
        }
        this.members = members;
    }

    static Jwk parse(String text) {
        try {
            return new Jwk(Json.read(text.getBytes(UTF_8), MAXIMUM_BYTES));
        } catch (MalformedJson e) {
            throw new IllegalArgumentException("a key is a JSON object", e);
        }
    }

    boolean is(String name, String value) {
        return members.path(name).isString() && members.path(name).stringValue().equals(value);
    }

    /** A member may be absent, but when it is there it must say this. */
    void mayOnlySay(String name, String value) {
        if (members.has(name) && !is(name, value)) {
            throw new IllegalArgumentException("a key with another " + name + " than " + value);
        }
    }

    byte[] bytes(String name, int length) {
        var member = members.path(name);
        var bytes = member.isString() ? Base64Url.decode(member.stringValue()) : new byte[0];
        if (bytes.length != length) {
            throw new IllegalArgumentException("a key's " + name + " has " + length + " bytes");
        }
        return bytes;
    }

    byte[] symmetric(int length) {
        if (!is("kty", "oct")) {
            throw new IllegalArgumentException("this is no symmetric key");
        }
        return bytes("k", length);
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** The thumbprint over the required members only (RFC 7638 section 3). */
    static KeyId thumbprint(ObjectNode required) {
        return new KeyId(Sha256.of(CanonicalJson.bytes(required)).value());
    }
}
