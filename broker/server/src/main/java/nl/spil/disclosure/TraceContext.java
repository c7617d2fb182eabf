package nl.spil.disclosure;

import java.util.Map;
import java.util.Optional;
import nl.spil.problem.ProblemWriter;
import org.slf4j.MDC;

/**
 * By what name a request is followed through the systems of both ends (W3C Trace Context); recorded with what came of
 * it.
 *
 * @param id absent where something was not asked from outside
 */
record TraceContext(Optional<String> id) {

    /** That of the request this thread works for. */
    static TraceContext current() {
        return new TraceContext(Optional.ofNullable(MDC.get(ProblemWriter.TRACE)));
    }

    void addTo(Map<String, Object> record) {
        id.ifPresent(text -> record.put("trace", text));
    }
}
