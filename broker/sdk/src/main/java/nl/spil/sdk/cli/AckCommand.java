package nl.spil.sdk.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import nl.spil.protocol.DisclosureId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code spil ack}: tells the broker, signed, that a disclosure was received. */
@Command(name = "ack")
final class AckCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private WhichPartner who;

    @Parameters(paramLabel = "DISCLOSURE", descriptionKey = "disclosure")
    private DisclosureId disclosure;

    AckCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var receipt = who.partner(terminal).acknowledge(disclosure);
        terminal.result(
                Map.of("disclosure", disclosure.toString(), "receipt", receipt),
                () -> terminal.line(terminal.text("ack.done", disclosure, Long.toString(receipt.index()))));
        return ExitCode.OK.number();
    }
}
