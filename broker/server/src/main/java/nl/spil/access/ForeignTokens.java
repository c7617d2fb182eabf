package nl.spil.access;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import nl.spil.protocol.Json;
import nl.spil.protocol.MalformedJson;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * Checks the signature of tokens of the operator's authorization server, with the keys it publishes (RFC 8414).
 *
 * <p>The keys are asked for when the first token comes, since an issuer that is away must not keep the broker from
 * starting. Once read they are good for an hour of its absence.
 */
final class ForeignTokens implements JwtDecoder {
    /** The algorithms of the NL GOV OAuth profile; whatever else a key set offers is not used. */
    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.ES256, JWSAlgorithm.PS256, JWSAlgorithm.RS256);

    private static final Duration PATIENCE = Duration.ofMillis(800);
    private static final int LARGEST = 256 * 1024;
    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final Duration KEPT_WHEN_AWAY = Duration.ofHours(1);
    /** Tokens that name keys nobody has must not make us call the issuer for each of them. */
    private static final Duration BETWEEN_CALLS = Duration.ofSeconds(10);

    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(1);

    private final DefaultResourceRetriever issuerCalls;
    private final URI issuer;
    private final Clock clock;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile @Nullable JwtDecoder known;
    private Instant notBefore = Instant.MIN;

    ForeignTokens(URI issuer, Clock clock) {
        var patience = Math.toIntExact(PATIENCE.toMillis());
        this.issuerCalls = new DefaultResourceRetriever(patience, patience, LARGEST);
        this.issuer = issuer;
        this.clock = clock;
    }

    @Override
    public Jwt decode(String token) {
        var decoder = known;
        return (decoder == null ? ask() : decoder).decode(token);
    }

    /** One caller asks; the others, and whoever comes right after a failure, are not made to wait for the same answer. */
    private JwtDecoder ask() {
        if (!asking.tryLock()) {
            throw away();
        }
        try {
            var decoder = known;
            if (decoder != null) {
                return decoder;
            }
            if (clock.instant().isBefore(notBefore)) {
                throw away();
            }
            notBefore = clock.instant().plus(AFTER_A_FAILURE);
            var found = decoder();
            known = found;
            return found;
        } finally {
            asking.unlock();
        }
    }

    private static JwtException away() {
        return new JwtException("the issuer does not say where its keys are");
    }

    private JwtDecoder decoder() {
        var keys = JWKSourceBuilder.create(keysAddress(), issuerCalls)
                .cache(KEPT.toMillis(), 2 * PATIENCE.toMillis())
                .rateLimited(BETWEEN_CALLS.toMillis())
                .outageTolerant(KEPT_WHEN_AWAY.toMillis())
                .build();
        var verifiers = new DefaultJWSVerifierFactory();
        verifiers.getJCAContext().setProvider(new BouncyCastleProvider());
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys));
        processor.setJWSVerifierFactory(verifiers);
        // What a token says is judged by AccessTokens, on every request.
        processor.setJWSTypeVerifier((type, context) -> {});
        processor.setJWTClaimsSetVerifier((claims, context) -> {});
        var decoder = new NimbusJwtDecoder(processor);
        decoder.setJwtValidator(token -> OAuth2TokenValidatorResult.success());
        return decoder;
    }

    /** OAuth's place for an issuer's description first, then OpenID's. */
    private URL keysAddress() {
        var path = issuer.getRawPath().replaceFirst("/$", "");
        var places = List.of(
                issuer.resolve("/.well-known/oauth-authorization-server" + path),
                issuer.resolve(path + "/.well-known/openid-configuration"));
        for (var place : places) {
            try {
                return keysAddress(place);
            } catch (IOException | MalformedJson | IllegalArgumentException notThere) {
                // The next place is tried; when none answers the caller hears that the issuer is away.
            }
        }
        throw away();
    }

    private URL keysAddress(URI place) throws IOException {
        var text = issuerCalls.retrieveResource(place.toURL()).getContent();
        var description = Json.read(text.getBytes(StandardCharsets.UTF_8), LARGEST);
        if (!description.path("issuer").asString("").equals(issuer.toString())) {
            throw new IOException("another issuer's description");
        }
        var keys = URI.create(description.path("jwks_uri").asString(""));
        if (!"https".equals(keys.getScheme()) && !issuer.getScheme().equals(keys.getScheme())) {
            throw new IOException("keys are read over a protected connection only");
        }
        return keys.toURL();
    }
}
