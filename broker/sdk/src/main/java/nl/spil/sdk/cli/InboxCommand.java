package nl.spil.sdk.cli;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import nl.spil.sdk.Inbox;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code spil inbox}: what waits to be collected; never content. */
@Command(name = "inbox")
final class InboxCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private WhichPartner who;

    @Option(names = "--after", paramLabel = "PLACE", descriptionKey = "after")
    private @Nullable String after;

    @Option(names = "--wait", paramLabel = "SECONDS", defaultValue = "0", descriptionKey = "wait")
    private int wait;

    InboxCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var inbox = who.partner(terminal).inbox(Optional.ofNullable(after), Duration.ofSeconds(wait));
        terminal.result(inbox, () -> show(inbox));
        return ExitCode.OK.number();
    }

    private void show(Inbox inbox) {
        if (inbox.entries().isEmpty()) {
            terminal.line(terminal.text("inbox.empty"));
        }
        for (var entry : inbox.entries()) {
            terminal.line(entry.id() + "  " + terminal.text("inbox." + entry.state()) + "  "
                    + terminal.text(
                            "inbox.line", entry.caseId(), entry.provider(), entry.recordedAt(), entry.expiresAt()));
        }
        inbox.next().ifPresent(place -> terminal.note(terminal.text("inbox.next", place)));
    }
}
