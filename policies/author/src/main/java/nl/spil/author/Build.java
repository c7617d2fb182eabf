package nl.spil.author;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;

/** Makes the bundle from its sources. Only rules need a compiler: tables and texts are data beside them. */
final class Build {
    private final PolicyFolder folder;
    private final Sources sources;

    Build(PolicyFolder folder) {
        this.folder = folder;
        this.sources = new Sources(folder);
    }

    /** The bundle of the present sources; asks for a compiler only when a rule changed since the last build. */
    Bundle bundle() {
        var last = Bundle.in(folder.built());
        return sources.rulesDigest().equals(last.manifest().path("rules").asString("")) ? withTables(last) : compiled();
    }

    /** The rules of that bundle with the tables and texts as they are written now. */
    private Bundle withTables(Bundle last) {
        var files = new TreeMap<>(last.files());
        files.put(Bundle.TABLES, Tables.data(sources));
        files.put(Bundle.TEXTS, Tables.texts(sources));
        var bundle = new Bundle(files);
        return bundle.with(Bundle.MANIFEST, Json.utf8(manifest(bundle)));
    }

    private String manifest(Bundle bundle) {
        var evaluated = new TreeMap<>(bundle.files());
        evaluated.keySet().retainAll(Bundle.EVALUATED);
        return """
                {
                  "revision": %d,
                  "entrypoint": "%s",
                  "roots": ["spil"],
                  "sources": "%s",
                  "rules": "%s",
                  "bundle": "%s",
                  "opa": "%s"
                }
                """.formatted(
                        bundle.tables().required("revision").longValue(),
                        bundle.entrypoint(),
                        sources.digest(),
                        sources.rulesDigest(),
                        Bundle.digest(evaluated),
                        bundle.manifest().required("opa").stringValue());
    }

    private Bundle compiled() {
        var compiler = Opa.in(folder).orElseThrow(CompilerMissing::new);
        try {
            var out = Files.createTempDirectory("spil-bundle");
            try {
                compiler.build(out);
                return Bundle.in(out);
            } finally {
                remove(out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot build the bundle", e);
        }
    }

    private static void remove(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
