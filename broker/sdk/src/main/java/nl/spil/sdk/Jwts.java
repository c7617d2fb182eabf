package nl.spil.sdk;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import nl.spil.protocol.Base64Url;
import nl.spil.protocol.Sha256;
import nl.spil.protocol.seal.SigningKey;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The two signed messages OAuth asks of a client: who it is, and that this request is its own. */
final class Jwts {
    private static final Duration ASSERTION_LIFE = Duration.ofSeconds(60);

    private Jwts() {}

    /** Who this client is (RFC 7523, private_key_jwt). */
    static String assertion(SigningKey key, String client, String audience, Instant now) {
        var header = JsonText.object()
                .put("alg", key.algorithm().jose())
                .put("typ", "JWT")
                .put("kid", key.id().value());
        var claims = claims(now)
                .put("iss", client)
                .put("sub", client)
                .put("aud", audience)
                .put("exp", now.plus(ASSERTION_LIFE).getEpochSecond());
        return signed(header, claims, key);
    }

    /** That the holder of the key makes this one request (RFC 9449); a new one for every attempt. */
    static String proof(
            SigningKey key, String method, URI address, @Nullable String token, @Nullable String nonce, Instant now) {
        var header = JsonText.object()
                .put("alg", key.algorithm().jose())
                .put("typ", "dpop+jwt")
                .set("jwk", key.verification().toJwk());
        var claims = claims(now).put("htm", method).put("htu", withoutQuery(address));
        if (token != null) {
            claims.put("ath", Base64Url.encode(Sha256.digest(token.getBytes(StandardCharsets.US_ASCII))));
        }
        if (nonce != null) {
            claims.put("nonce", nonce);
        }
        return signed(header, claims, key);
    }

    private static ObjectNode claims(Instant now) {
        return JsonText.object().put("jti", UUID.randomUUID().toString()).put("iat", now.getEpochSecond());
    }

    private static String signed(ObjectNode header, ObjectNode claims, SigningKey key) {
        var input = Base64Url.encode(JsonText.write(header)) + "." + Base64Url.encode(JsonText.write(claims));
        return input + "." + Base64Url.encode(key.sign(input.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String withoutQuery(URI address) {
        return address.getScheme() + "://" + address.getRawAuthority() + address.getRawPath();
    }
}
