package nl.spil;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import nl.spil.problem.ProblemWriter;
import nl.spil.problem.Rejected;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What went wrong outside every controller, told in the same shape. */
@RestController
class ErrorAnswers implements ErrorController {
    private final ProblemWriter writer;

    ErrorAnswers(ProblemWriter writer) {
        this.writer = writer;
    }

    @RequestMapping("/error")
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var failure = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        if (failure instanceof Throwable thrown) {
            writer.write(request, response, Problems.rejection(rootOf(thrown)));
        } else {
            var code = status instanceof Integer number ? number : 404;
            writer.write(request, response, new Rejected(Problems.typeOf(code)));
        }
    }

    /** The servlet container wraps what a filter threw. */
    private static Throwable rootOf(Throwable thrown) {
        return thrown instanceof jakarta.servlet.ServletException && thrown.getCause() != null
                ? thrown.getCause()
                : thrown;
    }
}
