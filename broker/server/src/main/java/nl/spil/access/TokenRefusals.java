package nl.spil.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import nl.spil.partner.PartnerDirectory;
import nl.spil.problem.ProblemType;
import nl.spil.problem.Rejected;
import nl.spil.protocol.Oin;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.http.converter.OAuth2ErrorHttpMessageConverter;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Refuses a token as RFC 6749 section 5.2 says it, and notes that it did: strangers apart from known partners. */
final class TokenRefusals implements AuthenticationFailureHandler {
    private static final String PROVEN = TokenRefusals.class.getName();

    private final SecurityLog log;
    private final Attempts attempts;
    private final PartnerDirectory partners;
    private final OAuth2ErrorHttpMessageConverter writer = new OAuth2ErrorHttpMessageConverter();

    TokenRefusals(SecurityLog log, Attempts attempts, PartnerDirectory partners) {
        this.log = log;
        this.attempts = attempts;
        this.partners = partners;
    }

    /** The client is who it says; the framework forgets that before it reports what went wrong afterwards. */
    void remember(HttpServletRequest request, HttpServletResponse response, Authentication client) {
        SecurityContextHolder.setContext(new SecurityContextImpl(client));
        request.setAttribute(PROVEN, client.getName());
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        var error = error(failure);
        var caller = provenClient(request);
        if (caller.isPresent()) {
            attempts.refused(
                    caller.get(), request.getMethod(), request.getRequestURI(), new Rejected(ProblemType.FORBIDDEN));
        } else {
            log.refused(request, error);
        }
        var answer = new ServletServerHttpResponse(response);
        var stranger = error.equals(OAuth2ErrorCodes.INVALID_CLIENT);
        answer.setStatusCode(stranger ? HttpStatus.UNAUTHORIZED : HttpStatus.BAD_REQUEST);
        writer.write(new OAuth2Error(error), null, answer);
    }

    /** The code and no more: descriptions of the framework repeat parts of the request. */
    private static String error(AuthenticationException failure) {
        return failure instanceof OAuth2AuthenticationException oauth
                        && oauth.getError().getErrorCode().matches("[a-z_]{1,40}")
                ? oauth.getError().getErrorCode()
                : OAuth2ErrorCodes.INVALID_REQUEST;
    }

    /** Who proved to be a partner and then asked for something it cannot have. */
    private Optional<CallingPartner> provenClient(HttpServletRequest request) {
        return request.getAttribute(PROVEN) instanceof String client
                ? partners.find(new Oin(client)).map(partner -> new CallingPartner(partner, Set.of()))
                : Optional.empty();
    }
}
