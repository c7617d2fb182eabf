package nl.spil.access;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.text.ParseException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import nl.spil.embedded.KeyFile;
import nl.spil.partner.PartnerDirectory;
import nl.spil.protocol.seal.SigningKey;
import nl.spil.settings.Settings;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.authentication.JwtClientAssertionAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.web.SecurityFilterChain;

/** The token issuer of an embedded broker; an installation uses its own. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "spil.mode", havingValue = "EMBEDDED", matchIfMissing = true)
class AuthorizationServerConfiguration {
    private static final String[] ENDPOINTS = {"/oauth2/token", "/oauth2/jwks"};

    /** The key that signs access tokens, made at the first start. */
    record TokenKey(SigningKey key) {}

    @Bean
    TokenKey tokenKey(Settings settings) {
        return new TokenKey(KeyFile.es256(settings.keys().resolve("token-p256.jwk")));
    }

    @Bean
    AccessTokens ownTokens(TokenKey key, Settings settings, Clock clock) {
        var signatures = new OwnTokens(key.key().verification());
        return new AccessTokens(
                new CachedSignatures(signatures, clock),
                clock,
                settings.issuer(),
                settings.address(),
                Set.of(BoundTokens.TYPE));
    }

    @Bean
    RegisteredClientRepository partnerClients(PartnerDirectory partners) {
        return new PartnerClients(partners);
    }

    @Bean
    OAuth2AuthorizationService nothingKept() {
        return new NothingKept();
    }

    @Bean
    AuthorizationServerSettings authorizationServerSettings(Settings settings) {
        return AuthorizationServerSettings.builder()
                .issuer(settings.issuer().toString())
                .build();
    }

    @Bean
    JWKSource<SecurityContext> tokenKeys(TokenKey key) throws ParseException {
        return new ImmutableJWKSet<>(new JWKSet(ECKey.parse(key.key().toJwk().toString())));
    }

    @Bean
    JwtGenerator tokenGenerator(
            JWKSource<SecurityContext> keys, TokenKey key, PartnerDirectory partners, Settings settings, Clock clock) {
        var generator = new JwtGenerator(new NimbusJwtEncoder(keys));
        generator.setClock(clock);
        generator.setJwtCustomizer(
                new BoundTokens(partners, settings.address(), key.key().id().value()));
        return generator;
    }

    @Bean
    TokenRefusals tokenRefusals(SecurityLog log, Attempts attempts, PartnerDirectory partners) {
        return new TokenRefusals(log, attempts, partners);
    }

    /** Only these two addresses exist; every other grant and page of the framework stays closed. */
    @Bean
    @Order(1)
    SecurityFilterChain issuer(
            HttpSecurity http,
            PartnerDirectory partners,
            ClosedDoor closed,
            TokenRefusals refusals,
            Settings settings,
            Clock clock) {
        var assertions = new ClientAssertions(partners, clock, settings.issuer());
        return http.securityMatcher(ENDPOINTS)
                .with(
                        new OAuth2AuthorizationServerConfigurer(),
                        server -> server.clientAuthentication(client -> client.authenticationProviders(
                                                providers -> onlySigned(providers, assertions))
                                        .authenticationSuccessHandler(refusals::remember)
                                        .errorResponseHandler(refusals))
                                .tokenEndpoint(endpoint -> endpoint.errorResponseHandler(refusals)))
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(closed).accessDeniedHandler(closed))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .build();
    }

    private static void onlySigned(List<AuthenticationProvider> providers, ClientAssertions assertions) {
        providers.removeIf(each -> !(each instanceof JwtClientAssertionAuthenticationProvider));
        providers.forEach(each -> ((JwtClientAssertionAuthenticationProvider) each).setJwtDecoderFactory(assertions));
    }
}
