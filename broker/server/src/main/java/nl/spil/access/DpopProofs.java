package nl.spil.access;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import nl.spil.protocol.Sha256;
import nl.spil.protocol.seal.VerificationKey;
import org.springframework.security.oauth2.core.ClaimAccessor;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.DPoPProofContext;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;

/**
 * Checks that the holder of the key a token is bound to makes this very request (RFC 9449 section 4.3).
 *
 * <p>The framework's own check remembers a thousand proofs per client and takes five times the work per proof.
 */
final class DpopProofs implements JwtDecoderFactory<DPoPProofContext> {
    /** What a proof may be signed with; a token for another kind of key would never be of use. */
    static final List<String> ALGORITHMS = List.of("ES256", "Ed25519");

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Duration WINDOW = Duration.ofSeconds(60);
    private static final int KEYS = 10_000;

    private final Clock clock;
    private final URI address;
    private final SeenOnce seen;
    private final Recent<String, VerificationKey> keys = new Recent<>(KEYS);

    DpopProofs(Clock clock, URI address) {
        this.clock = clock;
        this.address = address;
        this.seen = new SeenOnce(WINDOW, clock.instant(), System::nanoTime);
    }

    @Override
    public JwtDecoder createDecoder(DPoPProofContext context) {
        return proof -> check(proof, context);
    }

    private Jwt check(String text, DPoPProofContext context) {
        var proof = CompactToken.parse(text).orElseThrow(() -> new BadJwtException("malformed"));
        must(proof.headerMember("typ").equals("dpop+jwt"), "typ");
        var key = keyOf(proof);
        must(proof.isSignedWith(key), "signature");
        must(proof.claim("htm").equals(context.getMethod()), "htm");
        must(isTarget(proof.claim("htu"), context.getTargetUri()), "htu");
        var issuedAt = issuedAt(proof);
        var token = context.getAccessToken();
        if (token != null) {
            must(proof.claim("ath").equals(digestOf(token)), "ath");
            must(key.id().value().equals(boundKey(token)), "jkt");
        }
        must(!proof.claim("jti").isEmpty() && proof.claim("jti").length() <= 256, "jti");
        must(seen.use(key.id().value(), proof.claim("jti"), issuedAt) == SeenOnce.Use.FIRST, "replay");
        return Jwt.withTokenValue(text)
                .header("typ", "dpop+jwt")
                .claim("jti", proof.claim("jti"))
                .issuedAt(issuedAt)
                .build();
    }

    private static void must(boolean holds, String part) {
        if (!holds) {
            throw new BadJwtException(part);
        }
    }

    /** One client sends the same header each time, and its key gets quicker with use. */
    private VerificationKey keyOf(CompactToken proof) {
        return keys.get(proof.headerText()).orElseGet(() -> {
            var jwk = proof.header().path("jwk");
            must(jwk.isObject() && !jwk.has("d"), "jwk");
            try {
                var key = VerificationKey.ofJwk(jwk);
                keys.put(proof.headerText(), key);
                return key;
            } catch (IllegalArgumentException e) {
                throw new BadJwtException("jwk", e);
            }
        });
    }

    private Instant issuedAt(CompactToken proof) {
        var now = clock.instant().getEpochSecond();
        var seconds = proof.seconds("iat");
        must(seconds >= now - WINDOW.toSeconds() && seconds <= now + WINDOW.toSeconds(), "iat");
        return Instant.ofEpochSecond(seconds);
    }

    /**
     * Whether the proof was made for us. A request's Host header is what its sender likes, so that a proof which
     * another site was given would fit there; only our own address counts, and the other names of this machine while we
     * serve this machine alone.
     */
    private boolean isTarget(String said, String requested) {
        try {
            var uri = URI.create(said).normalize();
            var asked = URI.create(requested).normalize();
            return uri.equals(address.resolve(asked.getRawPath()))
                    || (isLoopback(address) && isLoopback(asked) && uri.equals(asked));
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }

    private static boolean isLoopback(URI uri) {
        return uri.getHost() != null && LOOPBACK.contains(uri.getHost().toLowerCase(Locale.ROOT));
    }

    private static String digestOf(OAuth2Token token) {
        return Sha256.of(token.getTokenValue().getBytes(US_ASCII)).value();
    }

    private static String boundKey(OAuth2Token token) {
        var confirmation = token instanceof ClaimAccessor claims ? claims.getClaimAsMap("cnf") : null;
        return confirmation != null && ((Map<?, ?>) confirmation).get("jkt") instanceof String thumbprint
                ? thumbprint
                : "";
    }
}
