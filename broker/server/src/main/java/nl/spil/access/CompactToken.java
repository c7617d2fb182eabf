package nl.spil.access;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Optional;
import nl.spil.protocol.Base64Url;
import nl.spil.protocol.Json;
import nl.spil.protocol.MalformedJson;
import nl.spil.protocol.seal.VerificationKey;
import tools.jackson.databind.JsonNode;

/**
 * A compact JWS taken apart, strictly and without trust (RFC 7515 section 7.1).
 *
 * @param headerText the header as it came, which one client sends the same every time
 */
record CompactToken(String headerText, JsonNode header, JsonNode claims, String signed, String signature) {
    private static final int LONGEST = 16 * 1024;
    private static final int SIGNATURE = 64;

    /** Empty when it is not what it should look like; says nothing of its signature yet. */
    static Optional<CompactToken> parse(String text) {
        var parts = text.length() > LONGEST ? new String[0] : text.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            var header = Json.read(Base64Url.decode(parts[0]), LONGEST);
            var claims = Json.read(Base64Url.decode(parts[1]), LONGEST);
            return header.isObject() && claims.isObject() && !header.has("crit")
                    ? Optional.of(new CompactToken(parts[0], header, claims, parts[0] + '.' + parts[1], parts[2]))
                    : Optional.empty();
        } catch (MalformedJson | IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    String headerMember(String name) {
        return header.path(name).asString("");
    }

    String claim(String name) {
        return claims.path(name).asString("");
    }

    /** Seconds since 1970, or an absence that no clock is near to. */
    long seconds(String name) {
        var value = claims.path(name);
        return value.isIntegralNumber() ? value.asLong(Long.MIN_VALUE) : Long.MIN_VALUE;
    }

    /** The algorithm is that of the key; a header that names another is refused. */
    boolean isSignedWith(VerificationKey key) {
        return headerMember("alg").equals(key.algorithm().jose())
                && Base64Url.isOf(signature, SIGNATURE)
                && key.verifies(signed.getBytes(US_ASCII), Base64Url.decode(signature));
    }
}
