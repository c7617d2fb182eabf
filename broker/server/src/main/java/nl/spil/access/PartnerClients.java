package nl.spil.access;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import nl.spil.partner.Partner;
import nl.spil.partner.PartnerDirectory;
import nl.spil.protocol.Oin;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.OAuth2TokenFormat;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** The partner directory as the authorization server sees it: a client is a partner, known by its OIN. */
final class PartnerClients implements RegisteredClientRepository {
    static final Duration TOKEN_LIFE = Duration.ofMinutes(10);

    private final PartnerDirectory partners;

    PartnerClients(PartnerDirectory partners) {
        this.partners = partners;
    }

    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("a partner is registered in the directory, through the ledger");
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        return oin(clientId).flatMap(partners::find).map(PartnerClients::client).orElse(null);
    }

    private static Optional<Oin> oin(String clientId) {
        try {
            return Optional.of(new Oin(clientId));
        } catch (IllegalArgumentException stranger) {
            return Optional.empty();
        }
    }

    private static RegisteredClient client(Partner partner) {
        return RegisteredClient.withId(partner.oin().value())
                .clientId(partner.oin().value())
                .clientAuthenticationMethod(ClientAuthenticationMethod.PRIVATE_KEY_JWT)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scopes(scopes -> scopes.addAll(scopesOf(partner)))
                .clientSettings(ClientSettings.builder()
                        .tokenEndpointAuthenticationSigningAlgorithm(SignatureAlgorithm.ES256)
                        .build())
                .tokenSettings(TokenSettings.builder()
                        .accessTokenFormat(OAuth2TokenFormat.SELF_CONTAINED)
                        .accessTokenTimeToLive(TOKEN_LIFE)
                        .build())
                .build();
    }

    /** The operator runs the broker and takes no part in cases; a partner takes part and runs nothing. */
    private static Set<String> scopesOf(Partner partner) {
        return partner.isOperator() ? Scopes.OF_OPERATOR : Scopes.OF_PARTNER;
    }
}
