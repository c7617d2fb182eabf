package nl.spil.decision;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.spil.protocol.Json;
import nl.spil.protocol.MalformedJson;
import nl.spil.protocol.Sha256;
import tools.jackson.core.JacksonException;

/** The rules as they are evaluated: what was built from {@code policies/}, whole and unchanged. */
final class PolicyBundle {
    private static final int MANIFEST_BYTES = 10_000;
    private static final String RULES = "policy.wasm";
    private static final String TABLES = "data.json";
    private static final String OBLIGATIONS = "obligations.json";
    private static final String TEXTS = "texts.json";

    private final PolicyVersion version;
    private final String entrypoint;
    private final SortedMap<String, byte[]> files;

    private PolicyBundle(PolicyVersion version, String entrypoint, SortedMap<String, byte[]> files) {
        this.version = version;
        this.entrypoint = entrypoint;
        this.files = files;
    }

    /** The bundle that was committed with this build. */
    static PolicyBundle committed() {
        return read(PolicyBundle::resource);
    }

    /** Reads a bundle and compares it with the digest in its manifest. */
    static PolicyBundle read(Source source) {
        try {
            var manifest = Json.read(source.file("manifest.json"), MANIFEST_BYTES);
            var files = new TreeMap<String, byte[]>();
            for (var name : new String[] {TABLES, OBLIGATIONS, RULES, TEXTS}) {
                files.put(name, source.file(name));
            }
            var version = new PolicyVersion(
                    manifest.required("revision").longValue(),
                    manifest.required("bundle").stringValue());
            if (!version.digest().equals(digest(files))) {
                throw new BundleRefused("the bundle of rules is not the one its manifest names");
            }
            return new PolicyBundle(version, manifest.required("entrypoint").stringValue(), files);
        } catch (IOException | IllegalArgumentException | MalformedJson | JacksonException e) {
            throw new BundleRefused("the bundle of rules cannot be read", e);
        }
    }

    PolicyVersion version() {
        return version;
    }

    String entrypoint() {
        return entrypoint;
    }

    byte[] rules() {
        return file(RULES);
    }

    byte[] tables() {
        return file(TABLES);
    }

    byte[] texts() {
        return file(TEXTS);
    }

    /** The obligations that this build knows how to meet are those the bundle was built with. */
    SortedSet<String> obligations() {
        var codes = new TreeSet<String>();
        Json.read(file(OBLIGATIONS), MANIFEST_BYTES).values().forEach(code -> codes.add(code.stringValue()));
        return codes;
    }

    private byte[] file(String name) {
        return java.util.Objects.requireNonNull(files.get(name));
    }

    /** As {@code sha256sum * | sha256sum} says it, which is how policies/build makes it. */
    static String digest(SortedMap<String, byte[]> files) {
        var lines = new StringBuilder();
        files.forEach((name, bytes) ->
                lines.append(hex(bytes)).append("  ").append(name).append('\n'));
        return "sha256:" + hex(lines.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(Sha256.digest(bytes));
    }

    /** A file of the bundle that was committed with this build. */
    static byte[] resourceBytes(String name) {
        try {
            return resource(name);
        } catch (IOException e) {
            throw new BundleRefused("the bundle of rules cannot be read", e);
        }
    }

    private static byte[] resource(String name) throws IOException {
        try (var stream = PolicyBundle.class.getResourceAsStream("/nl/spil/policies/" + name)) {
            if (stream == null) {
                throw new IOException("there is no " + name);
            }
            return stream.readAllBytes();
        }
    }

    /** Where the files of a bundle come from. */
    @FunctionalInterface
    interface Source {
        byte[] file(String name) throws IOException;
    }
}
