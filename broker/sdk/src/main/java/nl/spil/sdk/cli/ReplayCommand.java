package nl.spil.sdk.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.concurrent.Callable;
import nl.spil.sdk.Operator;
import nl.spil.sdk.Patience;
import nl.spil.sdk.PolicyHistory;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code spil policy replay}: what other rules would have made of past decisions. */
@Command(name = "replay")
final class ReplayCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(names = "--candidate", required = true, paramLabel = "FILE", descriptionKey = "candidate")
    private Path candidate;

    @Option(names = "--since", paramLabel = "TIME", descriptionKey = "replay-since")
    private @Nullable Instant since;

    @Option(names = "--until", paramLabel = "TIME", descriptionKey = "replay-until")
    private @Nullable Instant until;

    @Option(names = "--html", paramLabel = "FILE", descriptionKey = "html")
    private @Nullable Path html;

    @Option(names = "--data", paramLabel = "DIR", defaultValue = "${user.home}/.spil/broker", descriptionKey = "data")
    private Path data;

    ReplayCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var archive = NamedFile.read(candidate);
        var operator = Operator.of(data, new Patience(4, Duration.ofSeconds(5)), terminal.language());
        var replayed = replay(PolicyHistory.seenBy(operator), archive);
        var result = new LinkedHashMap<String, Object>();
        result.put("replay", replayed.standing());
        replayed.report().ifPresent(report -> result.put("report", report));
        terminal.result(result, () -> show(replayed));
        replayed.report().ifPresent(report -> write(new ReplayReport(report, terminal.language())));
        return (replayed.report().isPresent() ? ExitCode.OK : ExitCode.UNAVAILABLE).number();
    }

    private PolicyHistory.Replayed replay(PolicyHistory history, byte[] archive) {
        try (var progress = terminal.progress(terminal.text("replay.progress"))) {
            return history.replay(archive, Optional.ofNullable(since), Optional.ofNullable(until), progress::at);
        }
    }

    private void show(PolicyHistory.Replayed replayed) {
        replayed.report()
                .ifPresentOrElse(
                        report -> new ReplayLines(terminal, new ReplayReport(report, terminal.language())).print(),
                        () -> terminal.line(terminal.text(
                                "replay.failed",
                                replayed.standing().path("failure").asString(""))));
    }

    private void write(ReplayReport report) {
        var file = html;
        if (file == null) {
            return;
        }
        try {
            Files.writeString(file, new ReplayPage(terminal, report).html());
            terminal.note(terminal.text("replay.written", file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
