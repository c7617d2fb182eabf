package nl.spil.access;

import java.util.List;
import java.util.Map;
import nl.spil.settings.Settings;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What the built-in authorization server says of itself (RFC 8414), and nothing it does not offer.
 *
 * <p>The framework's own description names addresses and methods that are closed here.
 */
@RestController
@ConditionalOnProperty(name = "spil.mode", havingValue = "EMBEDDED", matchIfMissing = true)
class IssuerDescription {
    private final Settings settings;

    IssuerDescription(Settings settings) {
        this.settings = settings;
    }

    @GetMapping(path = "/.well-known/oauth-authorization-server", produces = MediaType.APPLICATION_JSON_VALUE)
    Map<String, Object> describe() {
        return Map.of(
                "issuer", settings.issuer().toString(),
                "token_endpoint", settings.issuer() + "/oauth2/token",
                "jwks_uri", settings.issuer() + "/oauth2/jwks",
                "grant_types_supported", List.of("client_credentials"),
                "response_types_supported", List.of(),
                "token_endpoint_auth_methods_supported", List.of("private_key_jwt"),
                "token_endpoint_auth_signing_alg_values_supported", List.of("ES256"),
                "dpop_signing_alg_values_supported", List.of("ES256"),
                "tls_client_certificate_bound_access_tokens", settings.tls().isPresent(),
                "scopes_supported", Scopes.ALL);
    }
}
