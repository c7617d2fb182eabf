package nl.spil.protocol.seal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.Optional;
import nl.spil.protocol.Base64Url;
import nl.spil.protocol.CanonicalJson;
import nl.spil.protocol.ContentDigest;
import nl.spil.protocol.Json;
import nl.spil.protocol.MalformedJson;
import nl.spil.protocol.Sha256;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The value of one item as RFC 9901 discloses it: salt, the name "value", the value; padded to hide its length. */
final class ContentDisclosure {
    static final int BUCKET = 64;
    static final int MAXIMUM_BYTES = 1024 * 1024;
    private static final String NAME = "value";

    private ContentDisclosure() {}

    /** The bytes that are encrypted; throws IllegalArgumentException for a value that could not be read back. */
    static byte[] write(byte[] salt, JsonNode value) {
        var disclosure = JsonNodeFactory.instance
                .arrayNode(3)
                .add(Base64Url.encode(salt))
                .add(NAME)
                .add(value);
        var bytes = CanonicalJson.bytes(disclosure);
        var padded = Arrays.copyOf(bytes, (bytes.length + BUCKET - 1) / BUCKET * BUCKET);
        if (padded.length > MAXIMUM_BYTES) {
            throw new IllegalArgumentException("an item is larger than 1 MiB");
        }
        Arrays.fill(padded, bytes.length - 1, padded.length - 1, (byte) ' ');
        padded[padded.length - 1] = ']';
        return padded;
    }

    /** The digest a sender signs stands for the base64url text, as for every disclosure (RFC 9901 section 4.2.3). */
    static ContentDigest digest(byte[] disclosure) {
        return ContentDigest.of(Sha256.digest(Base64Url.encode(disclosure).getBytes(US_ASCII)));
    }

    /** Empty when these bytes, though signed, are not a disclosure of a value. */
    static Optional<JsonNode> value(byte[] disclosure) {
        try {
            var read = Json.read(disclosure, MAXIMUM_BYTES);
            var shaped = read.isArray()
                    && read.size() == 3
                    && read.required(0).isString()
                    && read.required(1).equals(JsonNodeFactory.instance.stringNode(NAME));
            return shaped ? Optional.of(read.required(2)) : Optional.empty();
        } catch (MalformedJson _) {
            return Optional.empty();
        }
    }
}
