package nl.spil.access;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Clock;
import nl.spil.protocol.Sha256;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Remembers, until a token ends, that its signature is good; every other check is made each time.
 *
 * <p>A token's signature costs five times the rest of a request.
 */
final class CachedSignatures implements JwtDecoder {
    private static final int TOKENS = 20_000;

    private final JwtDecoder signatures;
    private final Clock clock;
    private final Recent<Sha256, Jwt> good = new Recent<>(TOKENS);

    CachedSignatures(JwtDecoder signatures, Clock clock) {
        this.signatures = signatures;
        this.clock = clock;
    }

    @Override
    public Jwt decode(String token) {
        var name = Sha256.of(token.getBytes(US_ASCII));
        var known = good.get(name).filter(this::lives);
        if (known.isPresent()) {
            return known.get();
        }
        var verified = signatures.decode(token);
        if (lives(verified)) {
            good.put(name, verified);
        }
        return verified;
    }

    private boolean lives(Jwt token) {
        var end = token.getExpiresAt();
        return end != null && clock.instant().isBefore(end);
    }
}
