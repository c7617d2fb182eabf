package nl.spil.protocol.seal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.spil.protocol.Checked;
import nl.spil.protocol.Json;
import nl.spil.protocol.MalformedJson;
import nl.spil.protocol.Sha256;
import tools.jackson.databind.JsonNode;

/**
 * Who vouches for the files of a bundle of rules, in the form OPA itself reads (`.signatures.json`): a JWT that names every
 * file with its SHA-256. It says who, and nothing about when: an old bundle stays well signed.
 */
public final class BundleSignature {
    /** The file it is in; the only one it does not cover. */
    public static final String FILE = ".signatures.json";

    private static final String TYPE = "JWT";
    private static final String ALGORITHM = "SHA-256";
    private static final int MOST_BYTES = 64 * 1024;

    private BundleSignature() {}

    /**
     * Signs these files.
     *
     * @param files by their name without a slash before it
     */
    public static byte[] sign(Map<String, byte[]> files, SigningKey key) {
        if (key.algorithm() != SignatureAlgorithm.ES256) {
            throw new IllegalArgumentException("bundles of rules are signed with a P-256 key (ES256)");
        }
        var claims = Jwk.object();
        var list = claims.putArray("files");
        digests(files)
                .forEach((name, digest) ->
                        list.addObject().put("name", name).put("hash", digest).put("algorithm", ALGORITHM));
        claims.put("keyid", key.id().value());
        var whole = Jwk.object();
        whole.putArray("signatures").add(CompactJws.sign(key, TYPE, claims));
        return whole.toString().getBytes(UTF_8);
    }

    /** Whether this key vouches for exactly these files: not one more, not one less, not a byte different. */
    public static boolean verifies(Map<String, byte[]> files, byte[] signatures, VerificationKey key) {
        try {
            var list = Json.read(signatures, MOST_BYTES).path("signatures");
            return list.size() == 1
                    && switch (CompactJws.parse(list.path(0).stringValue(""), TYPE, Set.of())) {
                        case Checked.Unsound<CompactJws> _ -> false;
                        case Checked.Sound<CompactJws>(var jws) ->
                            jws.header().key().equals(key.id())
                                    && jws.isSignedWith(key)
                                    && named(jws.claims()).equals(digests(files));
                    };
        } catch (MalformedJson | IllegalArgumentException unreadable) {
            return false;
        }
    }

    private static SortedMap<String, String> named(JsonNode claims) {
        var named = new TreeMap<String, String>();
        for (var file : claims.path("files").values()) {
            var known = file.path("algorithm").stringValue("").equals(ALGORITHM);
            var name = file.path("name").stringValue("");
            if (!known || named.put(name, file.path("hash").stringValue("")) != null) {
                throw new IllegalArgumentException("a file is named twice, or under an algorithm that is not ours");
            }
        }
        return named;
    }

    private static SortedMap<String, String> digests(Map<String, byte[]> files) {
        var digests = new TreeMap<String, String>();
        files.forEach((name, bytes) -> {
            if (!name.equals(FILE)) {
                digests.put(name, HexFormat.of().formatHex(Sha256.digest(OpaDocument.hashed(name, bytes))));
            }
        });
        return digests;
    }
}
