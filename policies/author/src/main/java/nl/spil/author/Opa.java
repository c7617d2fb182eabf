package nl.spil.author;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A real opa, asked in the folder of the rules. */
final class Opa {
    private final Path command;
    private final PolicyFolder folder;

    private Opa(Path command, PolicyFolder folder) {
        this.command = command;
        this.folder = folder;
    }

    /** The one that {@code SPIL_OPA} names, that {@code deploy/get-opa} finds, or on the path. */
    static Optional<Opa> in(PolicyFolder folder) {
        var script = folder.root().resolveSibling("deploy").resolve("get-opa");
        if (Files.isRegularFile(script)) {
            var found = execute(folder, List.of("bash", script.toString(), "--if-present"));
            return found.code() == 0 ? Optional.of(new Opa(Path.of(found.out().strip()), folder)) : Optional.empty();
        }
        var found = execute(
                folder, List.of("bash", "-c", "[ -x \"${SPIL_OPA:-}\" ] && echo \"$SPIL_OPA\" || command -v opa"));
        return found.code() == 0 ? Optional.of(new Opa(Path.of(found.out().strip()), folder)) : Optional.empty();
    }

    /** The same one, asked in another folder. */
    Opa of(PolicyFolder other) {
        return new Opa(command, other);
    }

    /** What opa says on its standard output; anything but success fails with what it says on the other. */
    String run(List<String> arguments) {
        var outcome = outcome(arguments);
        if (outcome.code() != 0) {
            throw new OpaObjects(arguments.getFirst(), outcome.out() + outcome.err());
        }
        return outcome.out();
    }

    /** Builds the whole bundle into a folder, by the script of the rules themselves. */
    void build(Path out) {
        var outcome = execute(
                folder,
                List.of(
                        "env",
                        "SPIL_OPA=" + command,
                        "bash",
                        folder.file("build").toString(),
                        out.toString()));
        if (outcome.code() != 0) {
            throw new OpaObjects("build", outcome.out() + outcome.err());
        }
    }

    private Outcome outcome(List<String> arguments) {
        var line = new ArrayList<>(List.of(command.toString()));
        line.addAll(arguments);
        return execute(folder, line);
    }

    private static Outcome execute(PolicyFolder folder, List<String> line) {
        try {
            var err = Files.createTempFile("spil", ".err");
            try {
                var process = new ProcessBuilder(line)
                        .directory(folder.root().toFile())
                        .redirectError(err.toFile())
                        .start();
                process.getOutputStream().close();
                var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                return new Outcome(process.waitFor(), out, Files.readString(err));
            } finally {
                Files.delete(err);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private record Outcome(int code, String out, String err) {}
}
