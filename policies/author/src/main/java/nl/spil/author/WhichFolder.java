package nl.spil.author;

import java.nio.file.Files;
import java.nio.file.Path;
import nl.spil.sdk.cli.UsageMistake;
import org.jspecify.annotations.Nullable;

/** The folder of rules a command works on. */
final class WhichFolder {
    private WhichFolder() {}

    /** The one that was named, else {@code policies} here, else the one beside the command. */
    static PolicyFolder of(@Nullable Path named, Words words) {
        try {
            return new PolicyFolder(named != null ? named : usual());
        } catch (NoPolicyFolder e) {
            throw new UsageMistake(words.text("noFolder", e.folder()), words.text("noFolder.hint"));
        }
    }

    private static Path usual() {
        var here = Path.of("policies");
        return Files.isDirectory(here.resolve("tables"))
                ? here
                : Path.of(System.getProperty("spil.policies", "policies"));
    }
}
