package nl.spil.access;

import static nl.spil.access.Scopes.CASES;
import static nl.spil.access.Scopes.CONSENTS;
import static nl.spil.access.Scopes.DECISIONS;
import static nl.spil.access.Scopes.DISCLOSURES;
import static nl.spil.access.Scopes.EXCHANGES;
import static nl.spil.access.Scopes.LOG;
import static nl.spil.access.Scopes.OPERATE;
import static nl.spil.access.Scopes.PARTNERS;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.PATCH;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import nl.spil.partner.PartnerDirectory;
import nl.spil.problem.ProblemWriter;
import nl.spil.settings.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationManagers;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.resource.authentication.DPoPAuthenticationProvider;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.oauth2.server.resource.web.authentication.DPoPAuthenticationConverter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Who may enter, and where: everything that is not named here is closed. */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

    @Bean
    SecurityLog securityLog() {
        return new SecurityLog(System::nanoTime);
    }

    @Bean
    ClosedDoor closedDoor(ProblemWriter writer, SecurityLog log, Attempts attempts) {
        return new ClosedDoor(writer, log, attempts);
    }

    @Bean
    SecurityFilterChain doors(
            HttpSecurity http,
            AccessTokens tokens,
            PartnerDirectory partners,
            ClosedDoor closed,
            Clock clock,
            Settings settings) {
        var proofs = new DpopProofs(clock, settings.address());
        return http.csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .anonymous(anonymous -> anonymous.principal("stranger"))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(closed).accessDeniedHandler(closed))
                .oauth2ResourceServer(server -> {
                    server.authenticationEntryPoint(closed).accessDeniedHandler(closed);
                    server.jwt(jwt -> jwt.decoder(tokens).jwtAuthenticationConverter(new TokenHolder(partners)));
                    // Since 7.1 a proof is checked only when this is said aloud.
                    server.dPoP(dpop -> dpop.authenticationFailureHandler(closed)
                            .authenticationConverter(AccessConfiguration::boundToken));
                    server.addObjectPostProcessor(checkingWith(proofs));
                    server.addObjectPostProcessor(refusingThrough(closed));
                })
                .authorizeHttpRequests(AccessConfiguration::rules)
                .build();
    }

    /** The framework's own reader fails on an empty proof, where it should refuse. */
    private static @Nullable Authentication boundToken(HttpServletRequest request) {
        try {
            return new DPoPAuthenticationConverter().convert(request);
        } catch (IllegalArgumentException empty) {
            throw new OAuth2AuthenticationException(new OAuth2Error(OAuth2ErrorCodes.INVALID_DPOP_PROOF), empty);
        }
    }

    private static ObjectPostProcessor<DPoPAuthenticationProvider> checkingWith(DpopProofs proofs) {
        return new ObjectPostProcessor<>() {
            @Override
            public <O extends DPoPAuthenticationProvider> O postProcess(O provider) {
                provider.setDPoPProofVerifierFactory(proofs);
                return provider;
            }
        };
    }

    /** By itself the filter throws when the issuer is away, and the caller would hear that we failed. */
    private static ObjectPostProcessor<BearerTokenAuthenticationFilter> refusingThrough(ClosedDoor closed) {
        return new ObjectPostProcessor<>() {
            @Override
            public <O extends BearerTokenAuthenticationFilter> O postProcess(O filter) {
                filter.setAuthenticationFailureHandler(closed);
                return filter;
            }
        };
    }

    private static void rules(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                .permitAll()
                .requestMatchers(GET, "/v1/openapi.json", "/v1/keys", "/.well-known/authzen-configuration")
                .permitAll()
                .requestMatchers(GET, "/v1/log/tile/entries/**", "/v1/log/records")
                .access(both(LOG, OPERATE))
                .requestMatchers(GET, "/v1/log/checkpoint", "/v1/log/key", "/v1/log/tile/**")
                .permitAll()
                .requestMatchers(GET, "/v1/log/**")
                .hasAuthority(LOG)
                .requestMatchers(GET, "/actuator/health/**")
                .permitAll()
                .requestMatchers(POST, "/v1/partners")
                .hasAuthority(OPERATE)
                .requestMatchers(PATCH, "/v1/partners/{oin}/credentials")
                .hasAuthority(OPERATE)
                .requestMatchers(PUT, "/v1/partners/{oin}/keys")
                .access(own(PARTNERS))
                .requestMatchers(DELETE, "/v1/partners/{oin}/keys/*")
                .access(AuthorizationManagers.anyOf(own(PARTNERS), AuthorityAuthorizationManager.hasAuthority(OPERATE)))
                .requestMatchers(GET, "/v1/partners", "/v1/partners/*", "/v1/partners/*/keys")
                .authenticated()
                .requestMatchers(GET, "/v1/cases/*/consents")
                .hasAuthority(CONSENTS)
                .requestMatchers(POST, "/v1/cases/*/exchanges")
                .hasAuthority(EXCHANGES)
                .requestMatchers("/v1/cases/**", "/v1/cases")
                .hasAuthority(CASES)
                .requestMatchers("/v1/disclosures", "/v1/disclosures/**")
                .hasAuthority(DISCLOSURES)
                .requestMatchers("/v1/decisions", "/access/v1/**")
                .hasAuthority(DECISIONS)
                .requestMatchers("/v1/consents", "/v1/consents/**")
                .hasAuthority(CONSENTS)
                .requestMatchers("/v1/**", "/access/**")
                .authenticated()
                .anyRequest()
                .permitAll();
    }

    private static AuthorizationManager<RequestAuthorizationContext> both(String one, String other) {
        return AuthorizationManagers.allOf(
                AuthorityAuthorizationManager.hasAuthority(one), AuthorityAuthorizationManager.hasAuthority(other));
    }

    /** A partner changes what is its own: the number in the address is that of the caller. */
    private static AuthorizationManager<RequestAuthorizationContext> own(String scope) {
        return AuthorizationManagers.allOf(
                AuthorityAuthorizationManager.hasAuthority(scope),
                (caller, context) -> new AuthorizationDecision(
                        caller.get().getName().equals(context.getVariables().get("oin"))));
    }

    /** Tokens of the operator's own authorization server. */
    @Bean
    @ConditionalOnProperty(name = "spil.mode", havingValue = "EXTERNAL")
    AccessTokens foreignTokens(Settings settings, Clock clock) {
        return new AccessTokens(
                new CachedSignatures(new ForeignTokens(settings.issuer(), clock), clock),
                clock,
                settings.issuer(),
                settings.address(),
                Set.of("at+jwt", "application/at+jwt", "jwt"));
    }

    @Bean
    FilterRegistrationBean<BodyLimit> bodyLimit(ProblemWriter writer, Attempts attempts) {
        var registration = new FilterRegistrationBean<>(new BodyLimit(writer, attempts));
        // After Spring Security's filter (-100): the body of a stranger is not read.
        registration.setOrder(-50);
        return registration;
    }

    @Bean
    WebMvcConfigurer callers(PartnerDirectory partners, Settings settings, Clock clock) {
        var actors = new ActorArgument(partners, settings, clock);
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.addAll(List.of(new CallerArgument(), actors));
            }
        };
    }
}
