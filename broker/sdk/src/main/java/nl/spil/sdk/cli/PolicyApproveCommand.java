package nl.spil.sdk.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code spil policy approve}: a second person approves of a proposal. */
@Command(name = "approve")
final class PolicyApproveCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private WhichPartner who;

    @Parameters(paramLabel = "REVISION", descriptionKey = "revision")
    private long revision;

    PolicyApproveCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var policies = who.partner(terminal).policies();
        new ProposalLines(terminal).show(policies.approve(revision));
        return ExitCode.OK.number();
    }
}
