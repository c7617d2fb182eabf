package nl.spil.access;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.spil.protocol.seal.VerificationKey;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import tools.jackson.databind.JsonNode;

/** Checks the signature of tokens that this broker issued itself; nothing else about them. */
final class OwnTokens implements JwtDecoder {
    private final VerificationKey key;

    OwnTokens(VerificationKey key) {
        this.key = key;
    }

    @Override
    public Jwt decode(String text) {
        var token = CompactToken.parse(text).orElseThrow(() -> new BadJwtException("malformed"));
        if (!token.isSignedWith(key)) {
            throw new BadJwtException("signature");
        }
        return Jwt.withTokenValue(text)
                .header("alg", token.headerMember("alg"))
                .header("typ", token.headerMember("typ"))
                .claims(claims -> claims.putAll(claimsOf(token.claims())))
                .build();
    }

    private static Map<String, Object> claimsOf(JsonNode node) {
        var claims = new LinkedHashMap<String, Object>();
        node.properties().forEach(member -> claims.put(member.getKey(), value(member.getKey(), member.getValue())));
        return claims;
    }

    private static Object value(String name, JsonNode node) {
        if (List.of("iat", "exp", "nbf").contains(name) && node.isIntegralNumber()) {
            return Instant.ofEpochSecond(node.asLong());
        }
        if (node.isObject()) {
            return claimsOf(node);
        }
        return node.isArray() ? node.valueStream().map(JsonNode::asString).toList() : node.asString("");
    }
}
