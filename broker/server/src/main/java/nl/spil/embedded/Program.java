package nl.spil.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One PostgreSQL program, run to its end. */
final class Program {
    private Program() {}

    static void run(ServerUser user, Path program, Duration patience, List<String> arguments) {
        try {
            var process = new ProcessBuilder(user.command(program, arguments))
                    .redirectErrorStream(true)
                    .start();
            // Our end of its input is closed, so that it never waits for an answer.
            process.getOutputStream().close();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(patience.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new EmbeddedFailed(program.getFileName() + " failed: " + output.strip());
            }
        } catch (IOException e) {
            throw new EmbeddedFailed("cannot run " + program, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedFailed("interrupted while running " + program.getFileName(), e);
        }
    }
}
