package nl.spil.access;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.spil.partner.PartnerDirectory;
import nl.spil.protocol.Oin;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Every token is bound to the key or the certificate of its holder; who proves neither gets none. */
final class BoundTokens implements OAuth2TokenCustomizer<JwtEncodingContext> {
    static final String TYPE = "at+jwt";
    /** Which key of the client the token rests on: when that is revoked, so is the token. */
    static final String CLIENT_KEY = "client_key";

    private final PartnerDirectory partners;
    private final URI address;
    private final String keyId;

    BoundTokens(PartnerDirectory partners, URI address, String keyId) {
        this.partners = partners;
        this.address = address;
        this.keyId = keyId;
    }

    @Override
    public void customize(JwtEncodingContext context) {
        var client = context.getRegisteredClient().getClientId();
        var confirmation = confirmation(context, new Oin(client));
        if (confirmation.isEmpty()) {
            throw new OAuth2AuthenticationException(new OAuth2Error(
                    OAuth2ErrorCodes.INVALID_REQUEST,
                    "a DPoP proof or a registered client certificate is needed (RFC 9449, RFC 8705)",
                    null));
        }
        context.getJwsHeader().algorithm(SignatureAlgorithm.ES256).type(TYPE).keyId(keyId);
        context.getClaims()
                .audience(List.of(address.toString()))
                .claim("client_id", client)
                .claim("scope", String.join(" ", context.getAuthorizedScopes()))
                .claim("cnf", confirmation)
                .claim(CLIENT_KEY, clientKey(context));
    }

    private static String clientKey(JwtEncodingContext context) {
        if (context.getPrincipal() instanceof OAuth2ClientAuthenticationToken client
                && client.getCredentials() instanceof Jwt assertion
                && assertion.getHeaders().get(ClientAssertions.SIGNED_BY) instanceof String key) {
            return key;
        }
        throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
    }

    private Map<String, String> confirmation(JwtEncodingContext context, Oin client) {
        var confirmation = new LinkedHashMap<String, String>();
        if (context.get(OAuth2TokenContext.DPOP_PROOF_KEY) instanceof Jwt proof) {
            if (!DpopProofs.ALGORITHMS.contains(
                    String.valueOf(proof.getHeaders().get("alg")))) {
                throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_DPOP_PROOF);
            }
            confirmation.put("jkt", Thumbprint.of(proof));
        } else if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
            ClientCertificate.thumbprintIn(attributes.getRequest())
                    .filter(partners.certificates(client)::contains)
                    .ifPresent(thumbprint -> confirmation.put("x5t#S256", thumbprint));
        }
        return confirmation;
    }
}
