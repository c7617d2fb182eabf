package nl.spil.sdk.cli;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code spil policy activate}: puts approved rules to use, now or at a moment. */
@Command(name = "activate")
final class PolicyActivateCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private WhichPartner who;

    @Parameters(paramLabel = "REVISION", descriptionKey = "revision")
    private long revision;

    @Option(names = "--at", paramLabel = "TIME", descriptionKey = "activate-at")
    private @Nullable Instant moment;

    PolicyActivateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var policies = who.partner(terminal).policies();
        new ProposalLines(terminal).show(policies.activate(revision, Optional.ofNullable(moment)));
        return ExitCode.OK.number();
    }
}
