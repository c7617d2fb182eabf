package nl.spil.authzen;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives the asker its own number of the request back, also with a refusal; it is not kept or logged. */
final class RequestIds extends OncePerRequestFilter {
    private static final String HEADER = "X-Request-ID";
    private static final String PRINTABLE = "[\\x20-\\x7e]{1,256}";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var id = request.getHeader(HEADER);
        if (id != null && id.matches(PRINTABLE)) {
            response.setHeader(HEADER, id);
        }
        chain.doFilter(request, response);
    }
}
