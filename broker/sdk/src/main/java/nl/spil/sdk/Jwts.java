package nl.spil.sdk;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.UUID;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.jspecify.annotations.Nullable;

/** The two signed messages OAuth asks of a client: who it is, and that this request is its own. */
final class Jwts {
    private static final Duration ASSERTION_LIFE = Duration.ofSeconds(60);
    // The JDK's own ES256 costs about twice as much; see the measurements in the decision records.
    private static final BouncyCastleProvider BC = new BouncyCastleProvider();

    private Jwts() {}

    static ECKey newKey() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("no P-256 on this Java", e);
        }
    }

    /** Who this client is (RFC 7523, private_key_jwt). */
    static String assertion(ECKey key, String client, String audience, Instant now) {
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(JOSEObjectType.JWT)
                .keyID(key.getKeyID())
                .build();
        var claims = new JWTClaimsSet.Builder()
                .issuer(client)
                .subject(client)
                .audience(audience)
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(ASSERTION_LIFE)))
                .build();
        return signed(header, claims, key);
    }

    /** That the holder of the key makes this one request (RFC 9449); a new one for every attempt. */
    static String proof(
            ECKey key, String method, URI address, @Nullable String token, @Nullable String nonce, Instant now) {
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(new JOSEObjectType("dpop+jwt"))
                .jwk(key.toPublicJWK())
                .build();
        var claims = new JWTClaimsSet.Builder()
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .claim("htm", method)
                .claim("htu", withoutQuery(address).toString());
        if (token != null) {
            claims.claim("ath", sha256(token));
        }
        if (nonce != null) {
            claims.claim("nonce", nonce);
        }
        return signed(header, claims.build(), key);
    }

    private static String signed(JWSHeader header, JWTClaimsSet claims, ECKey key) {
        try {
            var signer = new ECDSASigner(key);
            signer.getJCAContext().setProvider(BC);
            var jwt = new SignedJWT(header, claims);
            jwt.sign(signer);
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("this key cannot sign", e);
        }
    }

    private static URI withoutQuery(URI address) {
        return URI.create(address.getScheme() + "://" + address.getRawAuthority() + address.getRawPath());
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("no SHA-256 on this Java", e);
        }
    }
}
