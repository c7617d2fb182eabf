package nl.spil.sdk;

import java.util.List;
import java.util.stream.Collectors;
import nl.spil.protocol.Problem;

/** What was wrong with a message, in one line. */
final class Flaws {
    private Flaws() {}

    static String of(List<Problem> problems) {
        return problems.stream()
                .map(problem -> problem.detail() + " [" + problem.code()
                        + (problem.pointer().isEmpty() ? "" : " at " + problem.pointer()) + "]")
                .collect(Collectors.joining("; "));
    }
}
