package nl.spil.sdk.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import nl.spil.sdk.Operator;
import nl.spil.sdk.Patience;
import nl.spil.sdk.PolicyHistory;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code spil policy explain}: why an entry of the log was decided as it was; makes an example of it. */
@Command(name = "explain")
final class ExplainCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "ENTRY", descriptionKey = "entry")
    private long entry;

    @Option(names = "--make-test", paramLabel = "FILE", descriptionKey = "make-test")
    private @Nullable Path file;

    @Option(names = "--data", paramLabel = "DIR", defaultValue = "${user.home}/.spil/broker", descriptionKey = "data")
    private Path data;

    ExplainCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        // Before anything is asked: a name that is no sentence would be refused by the tests of the rules.
        var story = file == null ? null : StoryFile.named(file, terminal);
        var operator = Operator.of(data, new Patience(4, Duration.ofSeconds(5)), terminal.language());
        var history = PolicyHistory.seenBy(operator);
        var explained = history.explain(entry);
        terminal.result(explained, () -> new ExplainLines(terminal, explained).print());
        if (story != null) {
            story.write(history.story(entry));
            terminal.note(terminal.text("explain.written", story.file()));
        }
        return ExitCode.OK.number();
    }
}
