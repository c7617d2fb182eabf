package nl.spil.sdk.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import nl.spil.sdk.BrokerProblem;
import nl.spil.sdk.BrokerUnavailable;
import nl.spil.sdk.NotAuthorised;
import nl.spil.sdk.NotFound;
import nl.spil.sdk.Refused;
import nl.spil.sdk.Rejected;
import nl.spil.sdk.SpilException;
import nl.spil.sdk.VerificationFailed;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what went wrong and what to try, and turns it into an exit code; never shows a stack trace. */
final class Mistakes {
    private final Terminal terminal;

    Mistakes(Terminal terminal) {
        this.terminal = terminal;
    }

    int ofUsage(ParameterException mistake, String[] arguments) {
        var command = mistake.getCommandLine().getCommandSpec().qualifiedName();
        return say(ExitCode.USAGE, "usage", sentence(mistake), terminal.text("hint.usage", command), List.of());
    }

    int ofExecution(Exception failure, CommandLine command, ParseResult parsed) {
        return switch (failure) {
            case SpilException known -> ofSpil(known);
            case UsageMistake mistake -> say(ExitCode.USAGE, "usage", text(mistake), mistake.hint(), List.of());
            case IllegalArgumentException unusable ->
                say(ExitCode.USAGE, "unusable", text(unusable), terminal.text("hint.unusable"), List.of());
            case IllegalStateException notReady ->
                say(ExitCode.USAGE, "not-ready", text(notReady), terminal.text("hint.unusable"), List.of());
            case java.io.UncheckedIOException disk ->
                say(ExitCode.UNEXPECTED, "disk", text(disk), terminal.text("hint.disk"), List.of());
            default ->
                say(ExitCode.UNEXPECTED, "unexpected", unforeseen(failure), terminal.text("hint.bug"), List.of());
        };
    }

    private int ofSpil(SpilException failure) {
        return switch (failure) {
            case Refused it -> say(ExitCode.REFUSED, it.problem(), "hint.refused");
            case NotFound it -> say(ExitCode.NOT_FOUND, it.problem(), "hint.notFound");
            case NotAuthorised it -> say(ExitCode.NOT_AUTHORISED, it.problem(), "hint.notAuthorised");
            case Rejected it -> say(ExitCode.REJECTED, it.problem(), "hint.rejected");
            case BrokerUnavailable it ->
                say(ExitCode.UNAVAILABLE, "unavailable", text(it), terminal.text("hint.unavailable"), List.of());
            case VerificationFailed it ->
                say(
                        ExitCode.VERIFICATION_FAILED,
                        "verification",
                        text(it),
                        terminal.text("hint.verification"),
                        List.of());
        };
    }

    private int say(ExitCode code, BrokerProblem problem, String hint) {
        var details = new ArrayList<String>();
        for (var each : problem.details()) {
            details.add((each.pointer().isEmpty() ? "" : each.pointer() + ": ")
                    + (each.detail().isEmpty() ? each.code() : each.detail()));
        }
        for (var reason : problem.whole().path("reasons").valueStream().toList()) {
            details.add(reason.path("sentence").asString(reason.path("code").asString("")) + " ["
                    + reason.path("code").asString("") + "] "
                    + reason.path("article").asString(""));
        }
        var title = problem.title().isEmpty() ? problem.code() : problem.title();
        var sentence = problem.detail().isEmpty() ? title : title + ": " + problem.detail();
        return say(code, problem.code(), sentence, terminal.text(hint), details);
    }

    private int say(ExitCode code, String name, String sentence, String hint, List<String> details) {
        if (terminal.json()) {
            var error = new LinkedHashMap<String, Object>();
            error.put("code", name);
            error.put("message", sentence);
            error.put("details", details);
            error.put("hint", hint);
            error.put("exitCode", code.number());
            terminal.result(java.util.Map.of("error", error), () -> {});
        } else {
            terminal.note("spil: " + sentence);
            details.forEach(each -> terminal.note("  - " + each));
            if (!hint.isEmpty()) {
                terminal.note("  " + hint);
            }
        }
        return code.number();
    }

    /** picocli's own sentences are in English only; the mistakes people make most are said in their language. */
    private String sentence(ParameterException mistake) {
        return switch (mistake) {
            case MissingParameterException missing ->
                terminal.text(
                        "error.missing",
                        missing.getMissing().stream()
                                .map(argument -> argument.isOption()
                                        ? ((CommandLine.Model.OptionSpec) argument).longestName()
                                        : argument.paramLabel())
                                .collect(Collectors.joining(", ")));
            case UnmatchedArgumentException unmatched ->
                terminal.text("error.unmatched", String.join(" ", unmatched.getUnmatched())) + suggestions(unmatched);
            default -> text(mistake);
        };
    }

    private String suggestions(UnmatchedArgumentException mistake) {
        var near = mistake.getSuggestions();
        return near.isEmpty() ? "" : " " + terminal.text("error.didYouMean", String.join(", ", near));
    }

    private static String text(Throwable failure) {
        var message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message;
    }

    private static String unforeseen(Exception failure) {
        return failure.getClass().getSimpleName() + ": " + text(failure);
    }
}
