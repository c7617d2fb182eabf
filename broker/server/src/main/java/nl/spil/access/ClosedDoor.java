package nl.spil.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import nl.spil.problem.ProblemType;
import nl.spil.problem.ProblemWriter;
import nl.spil.problem.Rejected;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Turns away who is not proven (401) or not allowed (403), without saying more than that. */
final class ClosedDoor implements AuthenticationEntryPoint, AuthenticationFailureHandler, AccessDeniedHandler {
    private final ProblemWriter writer;
    private final SecurityLog log;
    private final Attempts attempts;

    ClosedDoor(ProblemWriter writer, SecurityLog log, Attempts attempts) {
        this.writer = writer;
        this.log = log;
        this.attempts = attempts;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (failure instanceof AuthenticationServiceException away) {
            writer.write(request, response, Rejected.unavailable(java.time.Duration.ofSeconds(2), away));
            return;
        }
        log.refused(request, reason(failure));
        response.addHeader("WWW-Authenticate", "DPoP error=\"" + error(failure) + "\", algs=\"ES256 Ed25519\"");
        writer.write(request, response, new Rejected(ProblemType.UNAUTHENTICATED));
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        commence(request, response, failure);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException failure)
            throws IOException {
        var rejected = new Rejected(ProblemType.FORBIDDEN);
        Callers.current()
                .ifPresent(caller -> attempts.refused(caller, request.getMethod(), request.getRequestURI(), rejected));
        response.addHeader("WWW-Authenticate", "DPoP error=\"insufficient_scope\"");
        writer.write(request, response, rejected);
    }

    private static String error(AuthenticationException failure) {
        return failure instanceof OAuth2AuthenticationException oauth
                        && oauth.getError().getErrorCode().matches("[a-z_]{1,40}")
                ? oauth.getError().getErrorCode()
                : "invalid_token";
    }

    /** Our own words for what was wrong, found behind the framework's. */
    private static String reason(AuthenticationException failure) {
        var cause = failure.getCause() == null ? failure : failure.getCause();
        var words = String.valueOf(cause.getMessage());
        return words.matches("[A-Za-z0-9 #_.-]{1,60}") ? words : error(failure);
    }
}
