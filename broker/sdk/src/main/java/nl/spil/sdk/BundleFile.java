package nl.spil.sdk;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import nl.spil.protocol.seal.BundleSignature;
import nl.spil.protocol.seal.SigningKey;

/** A bundle of rules as one file: plain files in a compressed tar (POSIX ustar), as OPA packs them. */
public final class BundleFile {
    private static final int BLOCK = 512;
    private static final int NAME = 100;
    private static final int SIZE_AT = 124;
    private static final int SIZE = 12;
    private static final int SUM_AT = 148;
    private static final int KIND_AT = 156;
    private static final int MOST_BYTES = 16 * 1024 * 1024;

    private final SortedMap<String, byte[]> files;

    private BundleFile(SortedMap<String, byte[]> files) {
        this.files = files;
    }

    static BundleFile of(SortedMap<String, byte[]> files) {
        return new BundleFile(new TreeMap<>(files));
    }

    /** Reads an archive; throws IllegalArgumentException when it holds anything but plain files. */
    public static BundleFile read(byte[] archive) {
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(archive))) {
            var tar = gzip.readNBytes(MOST_BYTES + 1);
            if (tar.length > MOST_BYTES) {
                throw new IllegalArgumentException("the archive unpacks to more than 16 MiB");
            }
            return new BundleFile(unpacked(tar));
        } catch (IOException e) {
            throw new IllegalArgumentException("this is no archive of a bundle", e);
        }
    }

    /** The revision its manifest names; throws IllegalArgumentException when it has none. */
    public long revision() {
        var manifest = files.get("manifest.json");
        if (manifest == null) {
            throw new IllegalArgumentException("the archive has no manifest");
        }
        return JsonText.read(manifest).path("revision").asLong(0);
    }

    private static SortedMap<String, byte[]> unpacked(byte[] tar) {
        var files = new TreeMap<String, byte[]>();
        for (var at = 0; at + BLOCK <= tar.length && tar[at] != 0; ) {
            var size = size(tar, at);
            var name = text(tar, at, NAME).replaceFirst("^/", "");
            var kind = tar[at + KIND_AT];
            if ((kind != '0' && kind != 0) || at + BLOCK + size > tar.length) {
                throw new IllegalArgumentException("the archive has something that is no whole plain file");
            }
            if (files.put(name, Arrays.copyOfRange(tar, at + BLOCK, at + BLOCK + size)) != null) {
                throw new IllegalArgumentException("the archive has two files " + name);
            }
            at += BLOCK + blocks(size) * BLOCK;
        }
        return files;
    }

    private static int size(byte[] tar, int at) {
        var octal = text(tar, at + SIZE_AT, SIZE).strip();
        if (!octal.matches("0*[0-7]{1,9}")) {
            throw new IllegalArgumentException("this is no archive of a bundle");
        }
        return Integer.parseInt(octal, 8);
    }

    private static String text(byte[] tar, int from, int length) {
        var text = new String(tar, from, length, US_ASCII);
        var end = text.indexOf('\0');
        return end < 0 ? text : text.substring(0, end);
    }

    private static int blocks(int size) {
        return (size + BLOCK - 1) / BLOCK;
    }

    /** The same bundle with this key's signature under every file in it, in place of any before. */
    public BundleFile signed(SigningKey key) {
        var signed = new TreeMap<>(files);
        signed.put(BundleSignature.FILE, BundleSignature.sign(files, key));
        return new BundleFile(signed);
    }

    /** As it is sent and kept. */
    public byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                var content = file.getValue();
                gzip.write(header("/" + file.getKey(), content.length));
                gzip.write(Arrays.copyOf(content, blocks(content.length) * BLOCK));
            }
            gzip.write(new byte[2 * BLOCK]);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written to", e);
        }
        return bytes.toByteArray();
    }

    private static byte[] header(String name, int size) {
        var header = new byte[BLOCK];
        put(header, 0, name);
        put(header, NAME, "0000644\0");
        put(header, 108, "0000000\0");
        put(header, 116, "0000000\0");
        put(header, SIZE_AT, "%011o\0".formatted(size));
        put(header, 136, "00000000000\0");
        put(header, SUM_AT, "        ");
        header[KIND_AT] = '0';
        put(header, 257, "ustar\00000");
        var sum = 0;
        for (var one : header) {
            sum += one & 0xff;
        }
        put(header, SUM_AT, "%06o\0 ".formatted(sum));
        return header;
    }

    private static void put(byte[] header, int at, String text) {
        var bytes = text.getBytes(US_ASCII);
        System.arraycopy(bytes, 0, header, at, bytes.length);
    }
}
