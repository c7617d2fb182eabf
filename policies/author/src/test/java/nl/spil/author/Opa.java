package nl.spil.author;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** A real opa, where one is at hand; without one its tests are skipped, and say so. */
final class Opa {
    private static final Optional<Path> FOUND = find();

    private final Path command;

    private Opa(Path command) {
        this.command = command;
    }

    static Opa orSkip() {
        if (FOUND.isEmpty()) {
            System.err.println("SKIPPED: no opa at hand; deploy/get-opa builds one, SPIL_OPA names one");
        }
        Assumptions.assumeTrue(FOUND.isPresent(), "no opa at hand");
        return new Opa(FOUND.orElseThrow());
    }

    /** What opa says on its standard output; anything but success fails with what it says on the other. */
    String run(List<String> arguments) {
        var outcome = outcome(arguments);
        if (outcome.code() != 0) {
            throw new AssertionError("opa " + arguments.getFirst() + " says: " + outcome.out() + outcome.err());
        }
        return outcome.out();
    }

    private Outcome outcome(List<String> arguments) {
        var line = new ArrayList<>(List.of(command.toString()));
        line.addAll(arguments);
        return execute(line);
    }

    private static Optional<Path> find() {
        var script = Project.ROOT.resolve("deploy/get-opa").toString();
        var outcome = execute(List.of("bash", script, "--if-present"));
        return outcome.code() == 0 ? Optional.of(Path.of(outcome.out().strip())) : Optional.empty();
    }

    private static Outcome execute(List<String> line) {
        try {
            var err = Files.createTempFile("spil", ".err");
            try {
                var process = new ProcessBuilder(line)
                        .directory(Project.POLICIES.toFile())
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
