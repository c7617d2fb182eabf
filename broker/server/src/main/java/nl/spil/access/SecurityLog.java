package nl.spil.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notes callers that could not prove who they are; kept apart from the ledger, which strangers must not be able to fill.
 *
 * <p>No more than a few lines a second: what is left out is counted in the next line.
 */
final class SecurityLog {
    private static final Logger LOG = LoggerFactory.getLogger("nl.spil.security");
    private static final int LINES_A_SECOND = 10;
    private static final long SECOND = 1_000_000_000L;

    private final LongSupplier elapsed;
    private final AtomicLong windowStart;
    private final AtomicLong lines = new AtomicLong();
    private final AtomicLong leftOut = new AtomicLong();

    SecurityLog(LongSupplier elapsed) {
        this.elapsed = elapsed;
        this.windowStart = new AtomicLong(elapsed.getAsLong());
    }

    /** Method, place and reason; never a header, a query or a body. */
    void refused(HttpServletRequest request, String reason) {
        var now = elapsed.getAsLong();
        var start = windowStart.get();
        if (now - start >= SECOND && windowStart.compareAndSet(start, now)) {
            lines.set(0);
        }
        if (lines.incrementAndGet() > LINES_A_SECOND) {
            leftOut.incrementAndGet();
            return;
        }
        LOG.warn(
                "refused: {} {} from {}: {}; {} others left out",
                known(request.getMethod()),
                place(request),
                request.getRemoteAddr(),
                reason,
                leftOut.getAndSet(0));
    }

    /** A stranger must not be able to write into the log what it likes. */
    private static String known(String method) {
        return method.matches("[A-Z]{3,7}") ? method : "(unknown method)";
    }

    private static String place(HttpServletRequest request) {
        var segments = request.getRequestURI().split("/", 4);
        var place = segments.length > 2 ? "/" + segments[1] + "/" + segments[2] : request.getRequestURI();
        return place.matches("/[A-Za-z0-9._/-]{0,60}") ? place : "(elsewhere)";
    }
}
