package nl.spil.sdk.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import nl.spil.protocol.seal.SigningKey;
import nl.spil.sdk.BundleFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code spil policy sign}: signs a bundle with a key in a file; needs no broker. */
@Command(name = "sign")
final class PolicySignCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(names = "--key", required = true, paramLabel = "FILE", descriptionKey = "bundle-key")
    private Path key;

    @Option(names = "--bundle", required = true, paramLabel = "FILE", descriptionKey = "bundle")
    private Path bundle;

    @Option(names = "--out", paramLabel = "FILE", descriptionKey = "bundle-out")
    private @Nullable Path out;

    PolicySignCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var signing = signingKey();
        var target = out == null ? bundle : out;
        write(target, BundleFile.read(NamedFile.read(bundle)).signed(signing).bytes());
        terminal.result(
                Map.of("archive", target.toString(), "key", signing.id().value()),
                () -> terminal.line(
                        terminal.text("policy.signed", target, signing.id().value())));
        return ExitCode.OK.number();
    }

    private SigningKey signingKey() {
        try {
            return SigningKey.ofJwk(new String(NamedFile.read(key), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException noKey) {
            throw new UsageMistake(terminal.text("policy.noKey", key), terminal.text("policy.noKey.hint"));
        }
    }

    static void write(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
