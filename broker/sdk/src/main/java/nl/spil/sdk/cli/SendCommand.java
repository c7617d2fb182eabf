package nl.spil.sdk.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import nl.spil.sdk.Outcome;
import nl.spil.sdk.SpilPartner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code spil send}: shares items in a case, and says what became of each for every recipient. */
@Command(name = "send")
final class SendCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private WhichPartner who;

    @Mixin
    private Asking asking;

    @Option(names = "--resume", descriptionKey = "resume")
    private boolean resume;

    SendCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var partner = who.partner(terminal);
        if (resume) {
            return resumed(partner);
        }
        try (var progress = terminal.progress(terminal.text("send.progress"))) {
            progress.at("");
            var outcome = partner.send(asking.sending(partner, terminal));
            return shown(List.of(outcome));
        }
    }

    private int resumed(SpilPartner partner) {
        var outcomes = new ArrayList<Outcome>();
        for (var exchange : partner.unanswered()) {
            outcomes.add(partner.resend(exchange));
        }
        if (outcomes.isEmpty()) {
            terminal.result(outcomes, () -> terminal.line(terminal.text("send.nothing")));
            return ExitCode.OK.number();
        }
        return shown(outcomes);
    }

    private int shown(List<Outcome> outcomes) {
        var lines = new OutcomeLines(terminal);
        terminal.result(resume ? outcomes : outcomes.getFirst(), () -> outcomes.forEach(lines::show));
        return OutcomeLines.code(outcomes).number();
    }
}
