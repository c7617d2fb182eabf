package nl.spil.protocol.proof;

import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import nl.spil.protocol.CanonicalJson;
import nl.spil.protocol.ExchangeId;
import nl.spil.protocol.Json;
import nl.spil.protocol.MalformedJson;
import nl.spil.protocol.Oin;
import nl.spil.protocol.Sha256;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What stands in the tree for one entry: who and when, and a commitment to the record behind it.
 *
 * @param type what happened, a code like `disclosure`
 * @param time when, in whole milliseconds; never before an earlier entry of the same log
 * @param header organisations and random ids
 * @param record SHA-256 over the salt and the canonical record: says nothing once the salt is destroyed
 */
public record Leaf(String type, Instant time, LeafHeader header, Sha256 record) {
    private static final int VERSION = 1;
    private static final int LONGEST = 2048;
    private static final Pattern TYPE = Pattern.compile("[a-z][a-z-]{1,40}");
    private static final Set<String> MEMBERS = Set.of("dec", "ex", "from", "pol", "rec", "rel", "t", "to", "type", "v");

    public Leaf {
        if (!TYPE.matcher(type).matches()) {
            throw new IllegalArgumentException("what happened is a code of small letters");
        }
        if (!Instant.ofEpochMilli(time.toEpochMilli()).equals(time)) {
            throw new IllegalArgumentException("a leaf knows whole milliseconds");
        }
    }

    /** The digest by which a leaf commits to its record. */
    public static Sha256 commitment(byte[] salt, byte[] record) {
        return Sha256.of(Sha256.digest(salt, record));
    }

    /** The canonical bytes (RFC 8785), which are hashed into the tree. */
    public byte[] bytes() {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("v", VERSION);
        json.put("type", type);
        json.put("t", time.toEpochMilli());
        json.put("rec", record.value());
        put(json, "ex", header.exchange());
        put(json, "from", header.from());
        put(json, "to", header.to());
        put(json, "dec", header.verdict() == null ? null : header.verdict().code());
        put(json, "pol", header.policy());
        put(json, "rel", header.release());
        return CanonicalJson.bytes(json);
    }

    private static void put(ObjectNode json, String name, @Nullable Object value) {
        if (value != null) {
            json.put(name, value.toString());
        }
    }

    /** Reads the canonical bytes; throws {@link InvalidProof} for any others. */
    public static Leaf parse(byte[] bytes) {
        try {
            var leaf = of(Json.read(bytes, LONGEST));
            if (!Arrays.equals(leaf.bytes(), bytes)) {
                throw new InvalidProof("a leaf has one spelling");
            }
            return leaf;
        } catch (MalformedJson | IllegalArgumentException e) {
            throw new InvalidProof("this is no leaf", e);
        }
    }

    private static Leaf of(JsonNode json) {
        if (!MEMBERS.containsAll(json.propertyNames()) || json.path("v").asInt(0) != VERSION) {
            throw new IllegalArgumentException("a leaf of another version");
        }
        var exchange = text(json, "ex");
        var from = text(json, "from");
        var to = text(json, "to");
        var verdict = text(json, "dec");
        var release = text(json, "rel");
        var header = new LeafHeader(
                exchange == null ? null : new ExchangeId(exchange),
                from == null ? null : new Oin(from),
                to == null ? null : new Oin(to),
                verdict == null ? null : Verdict.of(verdict),
                text(json, "pol"),
                release == null ? null : new Sha256(release));
        return new Leaf(
                json.path("type").asString(""),
                Instant.ofEpochMilli(json.path("t").asLong(-1)),
                header,
                new Sha256(json.path("rec").asString("")));
    }

    private static @Nullable String text(JsonNode json, String name) {
        var value = json.get(name);
        return value == null ? null : value.asString("");
    }
}
