package nl.spil;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import nl.spil.problem.ProblemWriter;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

/** What every answer bears, also a refused one: version, trace and the headers that keep browsers out of trouble. */
final class EveryAnswer extends OncePerRequestFilter {
    static final String VERSION = "1.0.0";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var trace = Trace.continuing(request.getHeader("traceparent"));
        addTo(response, request.isSecure());
        if (!saysItself(request.getRequestURI())) {
            response.setHeader("Cache-Control", "no-store");
        }
        response.setHeader("traceparent", trace.header());
        MDC.put(ProblemWriter.TRACE, trace.traceId());
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove(ProblemWriter.TRACE);
        }
    }

    /** The open parts of the log and the description of the interface may be kept, and say for how long. */
    private static boolean saysItself(String path) {
        return path.startsWith("/v1/log/") || path.equals("/v1/openapi.json");
    }

    /** Headers of the NL GOV API Design Rules, module transport security, and OWASP's for REST. */
    static void addTo(HttpServletResponse response, boolean secure) {
        response.setHeader("API-Version", VERSION);
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Permissions-Policy", "interest-cohort=()");
        if (secure) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
    }
}
