package nl.spil.sdk.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import nl.spil.sdk.Policies;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code spil policy show}: which rules are in use where, or where one proposal stands. */
@Command(name = "show")
final class PolicyShowCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private WhichPartner who;

    @Parameters(arity = "0..1", paramLabel = "REVISION", descriptionKey = "revision")
    private @Nullable Long revision;

    @Option(names = "--archive", paramLabel = "FILE", descriptionKey = "archive")
    private @Nullable Path archive;

    PolicyShowCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var policies = who.partner(terminal).policies();
        if (archive != null) {
            download(policies, archive);
        } else if (revision != null) {
            new ProposalLines(terminal).show(policies.show(revision));
        } else {
            overview(policies.status(), policies.list());
        }
        return ExitCode.OK.number();
    }

    private void download(Policies policies, Path file) {
        var wanted = revision;
        if (wanted == null) {
            throw new UsageMistake(terminal.text("policy.archive.which"), terminal.text("policy.archive.which.hint"));
        }
        PolicySignCommand.write(file, policies.archive(wanted));
        var result = new LinkedHashMap<String, Object>();
        result.put("revision", wanted);
        result.put("archive", file.toString());
        terminal.result(result, () -> terminal.line(terminal.text("policy.archive.written", wanted.toString(), file)));
    }

    private void overview(JsonNode status, JsonNode proposals) {
        var result = new LinkedHashMap<String, Object>();
        result.put("status", status);
        result.put("proposals", proposals.path("items"));
        terminal.result(result, () -> new ProposalLines(terminal).overview(status, proposals));
    }
}
