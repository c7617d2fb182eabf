package nl.spil.author;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import nl.spil.sdk.cli.ExitCode;
import nl.spil.sdk.cli.Terminal;
import nl.spil.sdk.cli.UsageMistake;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code spil policy test}: asks the rules, as they are written now, for everything they promise. */
@Command(name = "test")
final class TestCommand implements Callable<Integer> {
    /** As every runner of tests says it. */
    private static final int FAILED = 1;

    private final Terminal terminal;
    private final Words words;

    @Option(names = "--policies", paramLabel = "DIR")
    private @Nullable Path policies;

    @Option(names = "--all")
    private boolean all;

    TestCommand(Terminal terminal, Words words) {
        this.terminal = terminal;
        this.words = words;
    }

    @Override
    public Integer call() {
        var folder = WhichFolder.of(policies, words);
        var verdict = verdict(folder);
        terminal.result(verdict.json(words.dutch()), () -> new VerdictText(terminal, words).show(verdict));
        return verdict.passed() ? ExitCode.OK.number() : FAILED;
    }

    private Verdict verdict(PolicyFolder folder) {
        try (var progress = terminal.progress(words.text("test.progress"))) {
            progress.at(words.text("test.building"));
            var trial = new Trial(folder);
            progress.at(words.text("test.stories"));
            var stories = trial.stories();
            var missing = trial.missingFacts();
            var invariants = trial.invariants(all, (done, total) -> {
                synchronized (progress) {
                    progress.at(done, total);
                }
            });
            progress.at("opa");
            return new Verdict(trial.revision(), stories, missing, invariants, trial.opa());
        } catch (CompilerMissing e) {
            throw new UsageMistake(words.text("noCompiler"), words.text("noCompiler.hint"));
        }
    }
}
