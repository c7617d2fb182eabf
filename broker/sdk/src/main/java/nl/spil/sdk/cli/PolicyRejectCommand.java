package nl.spil.sdk.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code spil policy reject}: ends a proposal for good. */
@Command(name = "reject")
final class PolicyRejectCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private WhichPartner who;

    @Parameters(paramLabel = "REVISION", descriptionKey = "revision")
    private long revision;

    @Option(names = "--remarks", required = true, paramLabel = "TEXT", descriptionKey = "remarks")
    private String remarks;

    PolicyRejectCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var policies = who.partner(terminal).policies();
        new ProposalLines(terminal).show(policies.reject(revision, remarks));
        return ExitCode.OK.number();
    }
}
