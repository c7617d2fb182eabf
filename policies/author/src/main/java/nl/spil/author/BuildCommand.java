package nl.spil.author;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import nl.spil.sdk.cli.ExitCode;
import nl.spil.sdk.cli.Terminal;
import nl.spil.sdk.cli.UsageMistake;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code spil policy build}: makes the bundle of the rules as they are written now, and one file of it. */
@Command(name = "build")
final class BuildCommand implements Callable<Integer> {
    static final String ARCHIVE = "bundle.tar.gz";

    private final Terminal terminal;
    private final Words words;

    @Option(names = "--policies", paramLabel = "DIR")
    private @Nullable Path policies;

    @Option(names = "--out", paramLabel = "DIR")
    private @Nullable Path out;

    BuildCommand(Terminal terminal, Words words) {
        this.terminal = terminal;
        this.words = words;
    }

    @Override
    public Integer call() throws IOException {
        var folder = WhichFolder.of(policies, words);
        try {
            var bundle = new Build(folder).bundle();
            bundle.writeTo(out == null ? folder.built() : out);
            if (out == null) {
                Files.writeString(folder.file(Vocabulary.FILE), new Vocabulary(folder, bundle).text());
            }
            var archive = (out == null ? folder.file("target") : out).resolve(ARCHIVE);
            Files.createDirectories(archive.toAbsolutePath().getParent());
            Files.write(archive, Archive.of(bundle));
            say(bundle, archive);
            return ExitCode.OK.number();
        } catch (CompilerMissing e) {
            throw new UsageMistake(words.text("noCompiler"), words.text("noCompiler.hint"));
        }
    }

    private void say(Bundle bundle, Path archive) {
        var digest = bundle.manifest().required("bundle").stringValue();
        var result = new LinkedHashMap<String, Object>();
        result.put("revision", bundle.revision());
        result.put("bundle", digest);
        result.put("archive", archive.toString());
        terminal.result(result, () -> {
            terminal.line(words.text("build.done", Long.toString(bundle.revision()), digest));
            terminal.line(words.text("build.archive", archive));
        });
    }
}
