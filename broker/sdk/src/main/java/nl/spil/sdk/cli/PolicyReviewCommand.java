package nl.spil.sdk.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code spil policy review}: records what the advisory committee on lawfulness found. */
@Command(name = "review")
final class PolicyReviewCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private WhichPartner who;

    @Parameters(paramLabel = "REVISION", descriptionKey = "revision")
    private long revision;

    @Option(names = "--verdict", required = true, paramLabel = "POSITIVE|NEGATIVE", descriptionKey = "verdict")
    private Verdict verdict;

    @Option(names = "--remarks", required = true, paramLabel = "TEXT", descriptionKey = "remarks")
    private String remarks;

    @Option(names = "--article", paramLabel = "TEXT", descriptionKey = "article")
    private @Nullable List<String> articles;

    /** What the committee may find. */
    enum Verdict {
        POSITIVE,
        NEGATIVE
    }

    PolicyReviewCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var policies = who.partner(terminal).policies();
        new ProposalLines(terminal)
                .show(policies.review(
                        revision, verdict == Verdict.POSITIVE, remarks, articles == null ? List.of() : articles));
        return ExitCode.OK.number();
    }
}
