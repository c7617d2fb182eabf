package nl.spil.decision;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The way back: rules that were used before, under a higher revision; nothing else in them is different. */
final class EarlierRules {
    private static final String MANIFEST = "manifest.json";
    private static final String TABLES = "data.json";
    private static final List<String> DIGESTED = List.of(TABLES, "obligations.json", "policy.wasm", "texts.json");

    private EarlierRules() {}

    static BundleArchive under(BundleArchive earlier, long revision) {
        return under(earlier.files(), revision);
    }

    /** The bundle that these files make under this revision. */
    static BundleArchive under(Map<String, byte[]> files, long revision) {
        try {
            var built = new TreeMap<>(files);
            built.remove(BundleArchive.MANIFEST);
            built.remove(BundleArchive.SIGNATURES);
            built.compute(TABLES, (_, bytes) -> withRevision(tree(bytes), revision));
            built.compute(MANIFEST, (_, bytes) -> manifest(tree(bytes), revision, built));
            return BundleArchive.of(built);
        } catch (JacksonException | ClassCastException e) {
            throw new BundleRefused("the earlier rules cannot be read", e);
        }
    }

    private static ObjectNode tree(byte[] bytes) {
        return (ObjectNode) JsonMapper.shared().readTree(bytes);
    }

    private static byte[] withRevision(ObjectNode tables, long revision) {
        ((ObjectNode) tables.at("/spil/tables")).put("revision", revision);
        return bytes(tables);
    }

    private static byte[] manifest(ObjectNode manifest, long revision, Map<String, byte[]> built) {
        var digested = new TreeMap<>(built);
        digested.keySet().retainAll(DIGESTED);
        return bytes(manifest.put("revision", revision).put("bundle", PolicyBundle.digest(digested)));
    }

    private static byte[] bytes(JsonNode tree) {
        return tree.toString().getBytes(UTF_8);
    }
}
