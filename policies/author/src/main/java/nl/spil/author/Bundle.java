package nl.spil.author;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** The rules as the broker evaluates them: what was built from a folder, file by file. */
record Bundle(SortedMap<String, byte[]> files) {
    static final String RULES = "policy.wasm";
    static final String TABLES = "data.json";
    static final String TEXTS = "texts.json";
    static final String OBLIGATIONS = "obligations.json";
    static final String MANIFEST = "manifest.json";
    static final List<String> SCHEMAS = List.of("answer.schema.json", "question.schema.json");
    /** What the digest in the manifest covers. */
    static final List<String> EVALUATED = List.of(TABLES, OBLIGATIONS, RULES, TEXTS);

    Bundle {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    static Bundle in(Path folder) {
        var files = new TreeMap<String, byte[]>();
        for (var names : List.of(EVALUATED, SCHEMAS, List.of(MANIFEST))) {
            names.forEach(name -> files.put(name, bytes(folder.resolve(name))));
        }
        return new Bundle(files);
    }

    byte[] file(String name) {
        return Objects.requireNonNull(files.get(name), name);
    }

    JsonNode json(String name) {
        return Json.read(file(name));
    }

    JsonNode manifest() {
        return json(MANIFEST);
    }

    String entrypoint() {
        return manifest().required("entrypoint").stringValue();
    }

    long revision() {
        return manifest().required("revision").longValue();
    }

    JsonNode tables() {
        return json(TABLES).at("/spil/tables");
    }

    Bundle with(String name, byte[] bytes) {
        var changed = new TreeMap<>(files);
        changed.put(name, bytes);
        return new Bundle(changed);
    }

    void writeTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (var file : files.entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
    }

    /** As {@code sha256sum * | sha256sum} says it. */
    static String digest(SortedMap<String, byte[]> files) {
        var lines = new StringBuilder();
        files.forEach((name, bytes) ->
                lines.append(Json.digest(bytes)).append("  ").append(name).append('\n'));
        return "sha256:" + Json.digest(lines.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the folder of rules has no bundle: " + file.getFileName() + " is missing", e);
        }
    }
}
