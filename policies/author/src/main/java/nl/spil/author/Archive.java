package nl.spil.author;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

/** A bundle in one file, as OPA packs it: equal bundles give equal bytes, whoever packs them and when. */
final class Archive {
    private static final int BLOCK = 512;

    private Archive() {}

    static byte[] of(Bundle bundle) {
        var files = new TreeMap<>(bundle.files());
        files.put(".manifest", manifest(bundle));
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                gzip.write(header("/" + file.getKey(), file.getValue().length));
                gzip.write(file.getValue());
                gzip.write(new byte[-file.getValue().length & (BLOCK - 1)]);
            }
            gzip.write(new byte[2 * BLOCK]);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written to", e);
        }
        return bytes.toByteArray();
    }

    /** What OPA reads first: revision and digest name the bundle. */
    private static byte[] manifest(Bundle bundle) {
        return Json.utf8("""
                {"revision":"%d@%s","roots":%s,"rego_version":1,"wasm":[{"entrypoint":"%s","module":"/policy.wasm"}]}
                """.formatted(
                        bundle.revision(),
                        bundle.manifest().required("bundle").stringValue(),
                        bundle.manifest().required("roots"),
                        bundle.entrypoint()));
    }

    /** A header of POSIX tar for a plain file of nobody, from 1970. */
    private static byte[] header(String name, int size) {
        var header = new byte[BLOCK];
        put(header, 0, name);
        put(header, 100, "0000644\0" + "0000000\0" + "0000000\0" + "%011o\0".formatted(size) + "00000000000\0");
        put(header, 148, "        0");
        put(header, 257, "ustar\00000");
        var sum = 0;
        for (var each : header) {
            sum += each & 0xff;
        }
        put(header, 148, "%06o\0 ".formatted(sum));
        return header;
    }

    private static void put(byte[] header, int at, String text) {
        var bytes = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, header, at, bytes.length);
    }
}
