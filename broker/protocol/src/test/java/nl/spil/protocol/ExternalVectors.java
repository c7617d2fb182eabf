package nl.spil.protocol;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Vectors that nobody here wrote, read where they lie; what needs absent ones is skipped loudly. */
public final class ExternalVectors {
    /** Vectors hold numbers that no message of ours may. */
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private ExternalVectors() {}

    public static JsonNode json(String path) {
        return MAPPER.readTree(text(path));
    }

    public static String text(String path) {
        try {
            return Files.readString(file(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<Path> filesIn(String folder) {
        try (var files = Files.list(file(folder))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file(String path) {
        var named = System.getenv("SPIL_EXTERNAL");
        var root = named == null
                ? Path.of(Objects.requireNonNull(System.getProperty("spil.root")), "..", "shared", "external")
                : Path.of(named);
        var file = root.resolve(path);
        if (!Files.exists(file)) {
            System.err.println("SKIPPED: no " + path + " in the folder of external vectors; set SPIL_EXTERNAL");
        }
        assumeTrue(Files.exists(file), "no external vectors: " + path);
        return file;
    }
}
