package nl.spil.decision;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.attribute.FileTime;
import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** A few plain files in one compressed file. Whoever made it may be an enemy: sizes first, then names, then content. */
final class Tarball {
    static final int MOST_PACKED = 4 * 1024 * 1024;
    static final int MOST_UNPACKED = 16 * 1024 * 1024;

    private Tarball() {}

    /** The files in it, each of which must be one of these; anything else in it refuses the whole. */
    static SortedMap<String, byte[]> unpacked(byte[] packed, Set<String> names) {
        if (packed.length > MOST_PACKED) {
            throw new BundleRefused("the archive is larger than 4 MiB");
        }
        try (var tar = new TarArchiveInputStream(new ByteArrayInputStream(inflated(packed)))) {
            var files = new TreeMap<String, byte[]>();
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var name = name(entry, names);
                if (files.put(name, tar.readAllBytes()) != null) {
                    throw new BundleRefused("the archive has two files " + name);
                }
            }
            return Collections.unmodifiableSortedMap(files);
        } catch (IOException | IllegalArgumentException e) {
            throw new BundleRefused("this is no archive of a bundle", e);
        }
    }

    /** A small archive can hold gigabytes, so reading stops at a limit before anything is made of it. */
    private static byte[] inflated(byte[] packed) throws IOException {
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            var bytes = gzip.readNBytes(MOST_UNPACKED + 1);
            if (bytes.length > MOST_UNPACKED) {
                throw new BundleRefused("the archive unpacks to more than 16 MiB");
            }
            return bytes;
        }
    }

    /** Only a plain file with a name we know: no folder, link, device or hole, and no way out of a folder. */
    private static String name(TarArchiveEntry entry, Set<String> names) {
        var flag = entry.getLinkFlag();
        if ((flag != TarConstants.LF_NORMAL && flag != TarConstants.LF_OLDNORM) || entry.isSparse()) {
            throw new BundleRefused("the archive has something that is no plain file");
        }
        var name = entry.getName().startsWith("/") ? entry.getName().substring(1) : entry.getName();
        if (!names.contains(name)) {
            throw new BundleRefused("the archive has a file that does not belong in a bundle");
        }
        return name;
    }

    /** Equal files give equal bytes, whoever packs them and when. */
    static byte[] packed(SortedMap<String, byte[]> files) {
        var bytes = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(new GZIPOutputStream(bytes), "UTF-8")) {
            for (var file : files.entrySet()) {
                tar.putArchiveEntry(entry(file.getKey(), file.getValue().length));
                tar.write(file.getValue());
                tar.closeArchiveEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written to", e);
        }
        return bytes.toByteArray();
    }

    private static TarArchiveEntry entry(String name, int size) {
        var entry = new TarArchiveEntry("/" + name, true);
        entry.setSize(size);
        entry.setMode(0644);
        entry.setModTime(FileTime.fromMillis(0));
        entry.setIds(0, 0);
        entry.setNames("", "");
        return entry;
    }
}
