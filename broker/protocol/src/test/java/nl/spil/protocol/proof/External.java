package nl.spil.protocol.proof;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The folder of vectors that nobody here wrote; what needs it is skipped loudly when it is not there. */
final class External {
    /** Vectors hold numbers that no message of ours may. */
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private External() {}

    static JsonNode json(String path) {
        return read(file(path));
    }

    static List<Path> jsonFilesUnder(String folder) throws IOException {
        try (var files = Files.walk(file(folder))) {
            return files.filter(path -> path.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    static JsonNode read(Path file) {
        try {
            return MAPPER.readTree(Files.readString(file));
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
        assumeTrue(Files.exists(file), "no external vectors");
        return file;
    }
}
