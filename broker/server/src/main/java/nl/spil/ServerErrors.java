package nl.spil;

import java.io.IOException;
import nl.spil.problem.ProblemWriter;
import nl.spil.problem.Rejected;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/** Requests that are too broken to reach the application get the same kind of answer. */
final class ServerErrors extends ErrorReportValve {
    private final ProblemWriter writer;

    ServerErrors(ProblemWriter writer) {
        this.writer = writer;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable throwable) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            EveryAnswer.addTo(response.getResponse(), request.isSecure());
            var type = Problems.typeOf(response.getStatus());
            writer.write(request.getRequest(), response.getResponse(), new Rejected(type));
            response.finishResponse();
        } catch (IOException callerIsGone) {
            containerLog.debug("the caller did not wait for its problem");
        }
    }
}
