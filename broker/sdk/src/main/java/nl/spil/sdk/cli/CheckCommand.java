package nl.spil.sdk.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code spil check}: asks what the rules would make of a sending, without anything to send. */
@Command(name = "check")
final class CheckCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private WhichPartner who;

    @Mixin
    private Asking asking;

    CheckCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var partner = who.partner(terminal);
        var outcome = partner.preCheck(asking.preCheck(partner, terminal));
        terminal.result(outcome, () -> new OutcomeLines(terminal).show(outcome));
        return OutcomeLines.code(List.of(outcome)).number();
    }
}
