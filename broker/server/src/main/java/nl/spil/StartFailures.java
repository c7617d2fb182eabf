package nl.spil;

import java.sql.SQLException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import nl.spil.embedded.EmbeddedFailed;
import nl.spil.settings.SettingsRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/** Says in plain words, without a stack trace, why the broker does not start. */
final class StartFailures implements FailureAnalyzer {

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            var reason = reason(cause);
            if (reason != null) {
                return new FailureAnalysis(reason, null, failure);
            }
        }
        return null;
    }

    private static @Nullable String reason(Throwable cause) {
        return switch (cause) {
            case SettingsRefused refused ->
                refused.complaints().stream()
                        .collect(Collectors.joining("\n  - ", "These settings must be put right:\n  - ", ""));
            case DataFolderTaken taken -> taken.getMessage();
            case DatabaseTooWeak weak -> weak.getMessage();
            case EmbeddedFailed failed -> failed.getMessage();
            case SQLException away
            when isConnection(away) && isMistrust(away) ->
                "The database cannot be entered: it shows a certificate that is not trusted here, or of another host.";
            case SQLException away
            when isConnection(away) -> "The database cannot be entered (SQLSTATE " + away.getSQLState() + ").";
            default -> null;
        };
    }

    private static boolean isMistrust(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(8)
                .anyMatch(SSLException.class::isInstance);
    }

    /** Class 08 is no connection, class 28 a wrong role or password (PostgreSQL, appendix A). */
    private static boolean isConnection(SQLException failure) {
        var state = failure.getSQLState();
        return state != null && (state.startsWith("08") || state.startsWith("28") || state.startsWith("3D"));
    }
}
