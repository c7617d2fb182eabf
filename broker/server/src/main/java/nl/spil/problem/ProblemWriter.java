package nl.spil.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.spil.protocol.Problem;
import org.slf4j.MDC;
import tools.jackson.databind.json.JsonMapper;

/** Writes a problem as RFC 9457 details; the only place where the broker does. */
public final class ProblemWriter {
    public static final String MEDIA_TYPE = "application/problem+json";

    /** Under which name the trace of a request stands in the logging context. */
    public static final String TRACE = "trace";

    private final JsonMapper mapper;
    private final ProblemTexts texts = new ProblemTexts();

    public ProblemWriter(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /** Answers with this problem, unless an answer is already on its way. */
    public void write(HttpServletRequest request, HttpServletResponse response, Rejected rejected) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        var language = languageFor(request);
        response.resetBuffer();
        response.setStatus(rejected.type().status());
        response.setContentType(MEDIA_TYPE);
        response.setHeader("Content-Language", language.getLanguage());
        response.setHeader("Cache-Control", "no-store");
        rejected.retryAfter()
                .ifPresent(pause -> response.setHeader("Retry-After", Long.toString(Math.max(1, pause.toSeconds()))));
        var body = mapper.writeValueAsBytes(body(rejected, language));
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.flushBuffer();
    }

    private static Locale languageFor(HttpServletRequest request) {
        return ProblemTexts.languageFor(
                Optional.ofNullable(request.getHeader("Accept-Language")).orElse(""));
    }

    private Map<String, Object> body(Rejected rejected, Locale language) {
        var type = rejected.type();
        var body = new LinkedHashMap<String, Object>();
        body.put("type", type.urn());
        body.put("title", texts.title(type, language));
        body.put("status", type.status());
        texts.detail(type, language).ifPresent(detail -> body.put("detail", detail));
        Optional.ofNullable(MDC.get(TRACE)).ifPresent(trace -> body.put("instance", "urn:spil:trace:" + trace));
        body.put("code", type.code());
        if (!rejected.problems().isEmpty()) {
            body.put("problems", details(rejected.problems(), language));
        }
        rejected.members().forEach(body::putIfAbsent);
        return body;
    }

    private List<Map<String, String>> details(List<Problem> problems, Locale language) {
        return problems.stream()
                .map(problem -> {
                    var detail = new LinkedHashMap<String, String>();
                    detail.put("code", problem.code());
                    if (!problem.pointer().isEmpty()) {
                        detail.put("pointer", problem.pointer());
                    }
                    detail.put("detail", texts.detail(problem, language));
                    return (Map<String, String>) detail;
                })
                .toList();
    }
}
