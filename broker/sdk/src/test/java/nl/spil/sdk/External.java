package nl.spil.sdk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Test material that nobody here wrote, read where it lies; a test without it is skipped, and says so. */
final class External {
    private External() {}

    static JsonNode json(String name) {
        var file = folder().resolve(name);
        Assumptions.assumeTrue(Files.isReadable(file), () -> "SKIPPED, there is no " + file);
        try {
            return JsonMapper.shared().readTree(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() {
        var set = System.getenv("SPIL_EXTERNAL");
        return set != null
                ? Path.of(set)
                : Path.of(System.getProperty("spil.root")).resolveSibling("shared/external");
    }
}
