package nl.spil.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import nl.spil.problem.ProblemType;
import nl.spil.problem.ProblemWriter;
import nl.spil.problem.Rejected;
import org.springframework.web.filter.OncePerRequestFilter;

/** Reads a body once, after its sender is known, and no further than the largest envelope (4 MiB). */
final class BodyLimit extends OncePerRequestFilter {
    static final int MOST = 4 * 1024 * 1024;

    private final ProblemWriter writer;
    private final Attempts attempts;

    BodyLimit(ProblemWriter writer, Attempts attempts) {
        this.writer = writer;
        this.attempts = attempts;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/v1/")
                && !request.getRequestURI().startsWith("/access/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (Callers.current().isEmpty()) {
            // What is open to strangers is asked for without a body; theirs is not read.
            chain.doFilter(new ReadRequest(request, new byte[0]), response);
            return;
        }
        var encoding = request.getHeader("Content-Encoding");
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            refuse(request, response, ProblemType.UNSUPPORTED_MEDIA_TYPE);
            return;
        }
        if (request.getContentLengthLong() > MOST) {
            refuse(request, response, ProblemType.OVERSIZE);
            return;
        }
        var body = request.getInputStream().readNBytes(MOST + 1);
        if (body.length > MOST) {
            refuse(request, response, ProblemType.OVERSIZE);
            return;
        }
        chain.doFilter(new ReadRequest(request, body), response);
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, ProblemType type) throws IOException {
        var rejected = new Rejected(type);
        Callers.current()
                .ifPresent(caller -> attempts.refused(caller, request.getMethod(), request.getRequestURI(), rejected));
        writer.write(request, response, rejected);
    }
}
