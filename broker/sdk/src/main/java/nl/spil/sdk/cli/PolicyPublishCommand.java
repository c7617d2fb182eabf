package nl.spil.sdk.cli;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import nl.spil.sdk.BundleFile;
import nl.spil.sdk.Policies;
import nl.spil.sdk.PolicyTests;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** {@code spil policy publish}: proposes a bundle with the report of its tests, earlier rules again, or those that wait. */
@Command(name = "publish")
final class PolicyPublishCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private WhichPartner who;

    @Option(names = "--bundle", paramLabel = "FILE", descriptionKey = "bundle")
    private @Nullable Path bundle;

    @Option(names = "--tests", paramLabel = "FILE", descriptionKey = "tests")
    private @Nullable Path tests;

    @Option(names = "--again", paramLabel = "REVISION", descriptionKey = "again")
    private @Nullable Long again;

    @Option(names = "--revision", paramLabel = "REVISION", descriptionKey = "new-revision")
    private @Nullable Long revision;

    @Option(names = "--waiting", paramLabel = "REVISION", descriptionKey = "waiting")
    private @Nullable Long waiting;

    PolicyPublishCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        new ProposalLines(terminal).show(proposed());
        return ExitCode.OK.number();
    }

    private JsonNode proposed() {
        if (given() == 1 && waiting != null) {
            return policies().proposeWaiting(waiting);
        }
        if (given() == 2 && again != null && revision != null) {
            return policies().proposeAgain(again, revision);
        }
        if (given() == 2 && bundle != null && tests != null) {
            return built(NamedFile.read(bundle), PolicyTests.of(NamedFile.read(tests)));
        }
        throw new UsageMistake(terminal.text("policy.publish.which"), terminal.text("policy.publish.which.hint"));
    }

    /** The broker cannot see of which rules a report is, so that is looked at here. */
    private JsonNode built(byte[] archive, PolicyTests report) {
        var built = BundleFile.read(archive).revision();
        if (built != report.revision()) {
            throw new UsageMistake(
                    terminal.text("policy.publish.otherTests", Long.toString(report.revision()), Long.toString(built)),
                    terminal.text("policy.publish.which.hint"));
        }
        return policies().propose(archive, report);
    }

    private long given() {
        return Stream.of(bundle, tests, again, revision, waiting)
                .filter(Objects::nonNull)
                .count();
    }

    private Policies policies() {
        return who.partner(terminal).policies();
    }
}
