package nl.spil.access;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Checks an access token on every request; only the result of its signature may come from memory. */
final class AccessTokens implements JwtDecoder {
    private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(5);

    private final JwtDecoder signatures;
    private final Clock clock;
    private final URI issuer;
    private final URI audience;
    private final Set<String> types;

    /** @param types what the header of a token of this issuer may say, in lower case */
    AccessTokens(JwtDecoder signatures, Clock clock, URI issuer, URI audience, Set<String> types) {
        this.signatures = signatures;
        this.clock = clock;
        this.issuer = issuer;
        this.audience = audience;
        this.types = Set.copyOf(types);
    }

    @Override
    public Jwt decode(String text) {
        try {
            var token = signatures.decode(text);
            check(token);
            return token;
        } catch (IllegalArgumentException anotherType) {
            throw new BadJwtException("claims", anotherType);
        }
    }

    private void check(Jwt token) {
        must(types.contains(type(token)), "typ");
        must(issuer.toString().equals(token.getClaimAsString("iss")), "iss");
        must(Optional.ofNullable(token.getAudience()).orElse(List.of()).contains(audience.toString()), "aud");
        var now = clock.instant();
        var end = token.getExpiresAt();
        must(end != null && now.isBefore(end), "exp");
        var from = token.getNotBefore();
        must(from == null || !now.plus(CLOCKS_DIFFER).isBefore(from), "nbf");
        checkHolder(token);
    }

    private static void must(boolean holds, String part) {
        if (!holds) {
            throw new BadJwtException(part);
        }
    }

    private static String type(Jwt token) {
        return token.getHeaders().get("typ") instanceof String type ? type.toLowerCase(Locale.ROOT) : "";
    }

    /** A token that says nothing of its holder is worth the same to a thief, so it is refused. */
    private static void checkHolder(Jwt token) {
        var confirmation = Optional.ofNullable(token.getClaimAsMap("cnf")).orElse(Map.of());
        must(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes, "no request");
        var request = ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
        var key = confirmation.get("jkt");
        var certificate = confirmation.get("x5t#S256");
        must(key != null || certificate != null, "not bound");
        if (key != null) {
            // The proof itself is checked by whoever accepted the scheme.
            var scheme = Optional.ofNullable(request.getHeader("Authorization")).orElse("");
            must(scheme.regionMatches(true, 0, "DPoP ", 0, 5), "bound to a key");
        }
        if (certificate != null) {
            var shown = ClientCertificate.thumbprintIn(request);
            must(shown.isPresent() && shown.get().equals(certificate), "bound to a certificate");
        }
    }
}
