package nl.spil;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.time.Duration;
import java.util.List;
import nl.spil.access.Attempts;
import nl.spil.access.Callers;
import nl.spil.decision.DecisionUnavailable;
import nl.spil.ledger.LedgerUnavailable;
import nl.spil.ledger.StaleFacts;
import nl.spil.problem.ProblemType;
import nl.spil.problem.ProblemWriter;
import nl.spil.problem.Rejected;
import nl.spil.protocol.MalformedJson;
import nl.spil.protocol.Problem;
import nl.spil.protocol.UnsoundMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Turns every failure into one problem; the only place where an exception becomes an HTTP answer. */
@RestControllerAdvice
class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final Duration SOON = Duration.ofSeconds(2);

    private final ProblemWriter writer;
    private final Attempts attempts;

    Problems(ProblemWriter writer, Attempts attempts) {
        this.writer = writer;
        this.attempts = attempts;
    }

    @ExceptionHandler
    void answer(Throwable failure, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var rejected = rejection(failure);
        Callers.current()
                .ifPresent(caller -> attempts.refused(caller, request.getMethod(), request.getRequestURI(), rejected));
        writer.write(request, response, rejected);
    }

    /** What the caller is told; the causes of a failure of our own go to the log and nowhere else. */
    static Rejected rejection(Throwable failure) {
        return switch (failure) {
            case Rejected rejected -> rejected;
            case UnsoundMessage unsound -> malformed(unsound.problems());
            case MalformedJson malformed -> malformed(List.of(malformed.problem()));
            case HttpMessageNotReadableException _ ->
                malformed(
                        List.of(new Problem("malformed-json", "", "The body is not the JSON that is asked for here.")));
            case MethodArgumentTypeMismatchException _ ->
                malformed(List.of(new Problem("malformed-address", "", "A value in the address has the wrong form.")));
            case LedgerUnavailable away -> unavailable(away.retryAfter(), away);
            case StaleFacts stale -> unavailable(SOON, stale);
            case DecisionUnavailable away -> unavailable(SOON, away);
            case DataAccessException data when isAway(data) -> unavailable(SOON, data);
            case SQLException data when isAway(data) -> unavailable(SOON, data);
            case ErrorResponse web -> new Rejected(typeOf(web.getStatusCode().value()));
            default -> failed(failure);
        };
    }

    /** The kind of problem behind a bare status, as the framework and the server give it. */
    static ProblemType typeOf(int status) {
        return switch (status) {
            // 501 and 505: the caller speaks an HTTP that is not spoken here.
            case 400, 501, 505 -> ProblemType.MALFORMED;
            case 401 -> ProblemType.UNAUTHENTICATED;
            case 403 -> ProblemType.FORBIDDEN;
            case 404 -> ProblemType.NOT_FOUND;
            case 405 -> ProblemType.METHOD_NOT_ALLOWED;
            case 406 -> ProblemType.NOT_ACCEPTABLE;
            case 413 -> ProblemType.OVERSIZE;
            case 415 -> ProblemType.UNSUPPORTED_MEDIA_TYPE;
            case 429 -> ProblemType.TOO_MANY_REQUESTS;
            case 503 -> ProblemType.UNAVAILABLE;
            default -> status >= 400 && status < 500 ? new ProblemType(status, "refused") : ProblemType.FAILED;
        };
    }

    private static Rejected malformed(List<Problem> problems) {
        return new Rejected(ProblemType.MALFORMED, problems);
    }

    private static boolean isAway(DataAccessException failure) {
        return failure instanceof DataAccessResourceFailureException
                || failure instanceof TransientDataAccessException
                || failure instanceof RecoverableDataAccessException;
    }

    /** 08: no connection; 53: out of resources; 57: the server is stopping (PostgreSQL, appendix A). */
    private static boolean isAway(SQLException failure) {
        var state = failure.getSQLState();
        return failure instanceof SQLTransientException
                || (state != null && (state.startsWith("08") || state.startsWith("53") || state.startsWith("57")));
    }

    private static Rejected unavailable(Duration pause, Throwable cause) {
        LOG.warn("refused for the moment: {}", WithoutWords.of(cause));
        return Rejected.unavailable(pause, cause);
    }

    private static Rejected failed(Throwable failure) {
        LOG.error("a failure of our own: {}", WithoutWords.withFrames(failure));
        return new Rejected(ProblemType.FAILED).because(failure);
    }
}
