package nl.spil.access;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nl.spil.partner.PartnerDirectory;
import nl.spil.protocol.Oin;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/** Finds in the directory, now, the partner a token was issued to; a token of nobody's is no token. */
final class TokenHolder implements Converter<Jwt, AbstractAuthenticationToken> {
    private final PartnerDirectory partners;

    TokenHolder(PartnerDirectory partners) {
        this.partners = partners;
    }

    @Override
    public AbstractAuthenticationToken convert(Jwt token) {
        var partner = client(token)
                .flatMap(partners::find)
                .orElseThrow(() -> new InvalidBearerTokenException("the client is no partner"));
        if (!stands(token, partner.oin())) {
            throw new InvalidBearerTokenException("a key of the client was revoked");
        }
        var allowed = partner.isOperator() ? Scopes.OF_OPERATOR : Scopes.OF_PARTNER;
        var scopes = new TreeSet<>(scopesIn(token));
        scopes.retainAll(allowed);
        var authorities = scopes.stream().map(SimpleGrantedAuthority::new).toList();
        return new PartnerAuthentication(token, new CallingPartner(partner, scopes), authorities);
    }

    /** A token outlives neither the client key it was asked with nor the certificate it is bound to. */
    private boolean stands(Jwt token, Oin client) {
        var confirmation = Optional.ofNullable(token.getClaimAsMap("cnf")).orElse(Map.of());
        var certificate = confirmation.get("x5t#S256");
        var key = token.getClaimAsString(BoundTokens.CLIENT_KEY);
        return (certificate == null || partners.countsCertificate(client, String.valueOf(certificate)))
                && (key == null
                        || partners.clientKeys(client).stream()
                                .anyMatch(each -> each.id().value().equals(key)));
    }

    /** `client_id` by RFC 9068; some issuers still say `azp`. */
    private static Optional<Oin> client(Jwt token) {
        var name = Optional.ofNullable(token.getClaimAsString("client_id"))
                .or(() -> Optional.ofNullable(token.getClaimAsString("azp")))
                .orElse("");
        try {
            return Optional.of(new Oin(name));
        } catch (IllegalArgumentException stranger) {
            return Optional.empty();
        }
    }

    private static Collection<String> scopesIn(Jwt token) {
        return token.getClaims().get("scope") instanceof String scopes
                ? Set.copyOf(Arrays.asList(scopes.split(" ")))
                : Set.of();
    }
}
