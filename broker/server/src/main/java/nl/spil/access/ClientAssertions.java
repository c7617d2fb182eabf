package nl.spil.access;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import nl.spil.partner.PartnerDirectory;
import nl.spil.protocol.Oin;
import nl.spil.protocol.seal.VerificationKey;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import tools.jackson.databind.JsonNode;

/** Checks the signed statement with which a partner's system asks for a token (RFC 7523 section 3), once. */
final class ClientAssertions implements JwtDecoderFactory<RegisteredClient> {
    /** Under which name a checked statement says which key it was signed with. */
    static final String SIGNED_BY = "kid";

    private static final Duration LONGEST_LIFE = Duration.ofMinutes(5);
    private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(60);

    private final PartnerDirectory partners;
    private final Clock clock;
    private final List<String> audiences;
    private final SeenOnce seen;

    ClientAssertions(PartnerDirectory partners, Clock clock, URI issuer) {
        this.partners = partners;
        this.clock = clock;
        this.audiences = List.of(issuer.toString(), issuer + "/oauth2/token");
        this.seen = new SeenOnce(LONGEST_LIFE.plus(CLOCKS_DIFFER), clock.instant(), System::nanoTime);
    }

    @Override
    public JwtDecoder createDecoder(RegisteredClient client) {
        return assertion -> check(assertion, client.getClientId());
    }

    private Jwt check(String text, String client) {
        var assertion = CompactToken.parse(text).orElseThrow(() -> new BadJwtException("malformed"));
        var keys = partners.clientKeys(new Oin(client));
        var key = candidates(assertion, keys)
                .filter(assertion::isSignedWith)
                .findFirst()
                .orElseThrow(() -> new BadJwtException("signature"));
        must(assertion.claim("iss").equals(client) && assertion.claim("sub").equals(client), "iss or sub");
        must(audiencesOf(assertion).anyMatch(audiences::contains), "aud");
        var now = clock.instant().getEpochSecond();
        var issued = assertion.seconds("iat");
        var expires = assertion.seconds("exp");
        must(issued >= now - LONGEST_LIFE.toSeconds() && issued <= now + CLOCKS_DIFFER.toSeconds(), "iat");
        must(expires > now && expires <= issued + LONGEST_LIFE.toSeconds(), "exp");
        var id = assertion.claim("jti");
        must(!id.isEmpty() && id.length() <= 256, "jti");
        must(seen.use(client, id, Instant.ofEpochSecond(issued)) == SeenOnce.Use.FIRST, "replay");
        return Jwt.withTokenValue(text)
                .header("alg", assertion.headerMember("alg"))
                .header(SIGNED_BY, key.id().value())
                .subject(client)
                .claim("jti", id)
                .build();
    }

    private static void must(boolean holds, String part) {
        if (!holds) {
            throw new BadJwtException(part);
        }
    }

    private static Stream<VerificationKey> candidates(CompactToken assertion, List<VerificationKey> keys) {
        var id = assertion.headerMember("kid");
        return keys.stream().filter(key -> id.isEmpty() || key.id().value().equals(id));
    }

    private static Stream<String> audiencesOf(CompactToken assertion) {
        var audience = assertion.claims().path("aud");
        return audience.isArray() ? audience.valueStream().map(JsonNode::asString) : Stream.of(audience.asString(""));
    }
}
