package nl.spil.decision;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.spil.protocol.Json;
import nl.spil.protocol.MalformedJson;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A bundle of rules as one file that can be sent and signed: what {@code policies/build} makes, packed as OPA packs a
 * bundle. There is no half-valid one: its files are complete, are what the manifest names, and speak of one revision.
 */
public final class BundleArchive {
    /** What OPA itself reads first; says which bundle this is. */
    public static final String MANIFEST = ".manifest";

    /** Who vouches for the other files, as OPA reads it; absent until somebody signs. */
    public static final String SIGNATURES = ".signatures.json";

    private static final int MANIFEST_BYTES = 10_000;
    private static final Set<String> BUILT = Set.of(
            "answer.schema.json",
            "data.json",
            "manifest.json",
            "obligations.json",
            "policy.wasm",
            "question.schema.json",
            "texts.json");

    private final SortedMap<String, byte[]> files;
    private final PolicyBundle bundle;

    private BundleArchive(SortedMap<String, byte[]> files, PolicyBundle bundle) {
        this.files = files;
        this.bundle = bundle;
    }

    /** Reads an archive from anywhere; throws {@link BundleRefused} when it is not exactly a bundle. */
    public static BundleArchive read(byte[] archive) {
        return checked(Tarball.unpacked(archive, names()));
    }

    /** An archive of what was built; {@link #MANIFEST} is made here from {@code manifest.json}. */
    public static BundleArchive of(Map<String, byte[]> built) {
        if (!built.keySet().equals(BUILT)) {
            throw new BundleRefused("a bundle has exactly the files " + String.join(", ", new TreeSet<>(BUILT)));
        }
        return checked(with(built, MANIFEST, manifest(built)));
    }

    /** The bundle that came with this build. */
    public static BundleArchive committed() {
        var built = new TreeMap<String, byte[]>();
        BUILT.forEach(name -> built.put(name, PolicyBundle.resourceBytes(name)));
        return of(built);
    }

    /** The same rules under these signatures. */
    public BundleArchive signed(byte[] signatures) {
        return checked(with(files, SIGNATURES, signatures.clone()));
    }

    /** As it is sent and kept; equal bundles give equal bytes. */
    public byte[] bytes() {
        return Tarball.packed(files);
    }

    public PolicyVersion version() {
        return bundle.version();
    }

    /** The bytes of one file, by its name without a slash before it. */
    public Optional<byte[]> file(String name) {
        return Optional.ofNullable(files.get(name)).map(byte[]::clone);
    }

    /** Every file, by its name without a slash before it. */
    public SortedMap<String, byte[]> files() {
        var copies = new TreeMap<String, byte[]>();
        files.forEach((name, bytes) -> copies.put(name, bytes.clone()));
        return copies;
    }

    PolicyBundle bundle() {
        return bundle;
    }

    private static BundleArchive checked(SortedMap<String, byte[]> files) {
        if (!files.keySet().containsAll(BUILT) || !files.containsKey(MANIFEST)) {
            throw new BundleRefused("the archive misses a file of the bundle");
        }
        try {
            var bundle = PolicyBundle.read(name -> found(files, name));
            var said = Json.read(found(files, MANIFEST), MANIFEST_BYTES);
            mustBe(named(bundle.version()).equals(said.path("revision").stringValue("")), MANIFEST);
            mustBe(revision(found(files, "data.json")) == bundle.version().revision(), "data.json");
            return new BundleArchive(files, bundle);
        } catch (IOException | MalformedJson | JacksonException e) {
            throw new BundleRefused("the bundle of rules cannot be read", e);
        }
    }

    private static void mustBe(boolean same, String name) {
        if (!same) {
            throw new BundleRefused(name + " speaks of another revision than the manifest");
        }
    }

    /** Tables may stand deeper than messages between partners do, so this is not read by the reader of those. */
    private static long revision(byte[] tables) {
        return JsonMapper.shared().readTree(tables).at("/spil/tables/revision").longValue(-1);
    }

    private static byte[] found(Map<String, byte[]> files, String name) throws IOException {
        var bytes = files.get(name);
        if (bytes == null) {
            throw new IOException("there is no " + name);
        }
        return bytes;
    }

    private static byte[] manifest(Map<String, byte[]> built) {
        try {
            var bundle = PolicyBundle.read(name -> found(built, name));
            var roots = roots(Json.read(found(built, "manifest.json"), MANIFEST_BYTES));
            return """
                    {"revision":"%s","roots":%s,"rego_version":1,"wasm":[{"entrypoint":"%s","module":"/policy.wasm"}]}
                    """.formatted(named(bundle.version()), roots, bundle.entrypoint())
                    .getBytes(StandardCharsets.UTF_8);
        } catch (IOException | MalformedJson e) {
            throw new BundleRefused("the manifest cannot be read", e);
        }
    }

    private static JsonNode roots(JsonNode manifest) {
        return manifest.path("roots").isArray()
                ? manifest.path("roots")
                : JsonMapper.shared().createArrayNode();
    }

    /** How an OPA server is told, and tells, which bundle it has. */
    private static String named(PolicyVersion version) {
        return version.revision() + "@" + version.digest();
    }

    private static SortedMap<String, byte[]> with(Map<String, byte[]> files, String name, byte[] bytes) {
        var more = new TreeMap<>(files);
        more.put(name, bytes);
        return Collections.unmodifiableSortedMap(more);
    }

    private static Set<String> names() {
        var names = new java.util.HashSet<>(BUILT);
        names.add(MANIFEST);
        names.add(SIGNATURES);
        return names;
    }
}
