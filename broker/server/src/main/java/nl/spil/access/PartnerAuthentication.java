package nl.spil.access;

import java.util.Collection;
import java.util.Map;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.AbstractOAuth2TokenAuthenticationToken;

/** A checked token together with the partner it was issued to. */
final class PartnerAuthentication extends AbstractOAuth2TokenAuthenticationToken<Jwt> {
    private static final long serialVersionUID = 1L;

    private final transient CallingPartner caller;

    PartnerAuthentication(Jwt token, CallingPartner caller, Collection<? extends GrantedAuthority> scopes) {
        super(token, caller, token, scopes);
        this.caller = caller;
        setAuthenticated(true);
    }

    CallingPartner caller() {
        return caller;
    }

    @Override
    public String getName() {
        return caller.oin().value();
    }

    @Override
    public Map<String, Object> getTokenAttributes() {
        return getToken().getClaims();
    }
}
