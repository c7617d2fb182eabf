package nl.spil.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The PostgreSQL programs that travel in a jar, unpacked once beside the data. */
record PostgresBinaries(Path folder) {

    /** Unpacks into a folder named after the archive's digest, so that a new version never mixes with an old one. */
    static PostgresBinaries unpackedIn(Path parent) {
        var archive = archiveName();
        try {
            var folder = parent.resolve("bin-" + digestOf(archive).substring(0, 12));
            if (!Files.isDirectory(folder)) {
                var part = Files.createTempDirectory(Files.createDirectories(parent), "unpacking-");
                unpack(archive, part);
                Files.setPosixFilePermissions(part, readableByAll(part));
                moveUnlessAnotherWasFirst(part, folder);
            }
            return new PostgresBinaries(folder);
        } catch (IOException e) {
            throw new EmbeddedFailed("cannot unpack PostgreSQL into " + parent + ": " + e.getMessage(), e);
        }
    }

    Path program(String name) {
        return folder.resolve("bin").resolve(name);
    }

    private static String archiveName() {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
        var arm = Set.of("aarch64", "arm64").contains(System.getProperty("os.arch"));
        var name = "/postgres-" + system + "-" + (arm ? "arm_64" : "x86_64") + ".txz";
        if (PostgresBinaries.class.getResource(name) == null) {
            throw new EmbeddedFailed("PostgreSQL for this machine (" + name.substring(1)
                    + ") is not in this build; use spil.mode=EXTERNAL with a PostgreSQL of your own");
        }
        return name;
    }

    private static InputStream open(String archive) throws IOException {
        var stream = PostgresBinaries.class.getResourceAsStream(archive);
        if (stream == null) {
            throw new IOException(archive + " is not on the class path");
        }
        return new BufferedInputStream(stream, 1 << 16);
    }

    private static String digestOf(String archive) throws IOException {
        try (var stream = new DigestInputStream(open(archive), MessageDigest.getInstance("SHA-256"))) {
            stream.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(stream.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static void unpack(String archive, Path target) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(open(archive)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(entry, tar, target);
            }
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path target) throws IOException {
        var path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
            throw new IOException("the archive reaches outside its folder");
        }
        if (entry.isDirectory()) {
            Files.createDirectories(path);
        } else if (entry.isSymbolicLink()) {
            Files.createDirectories(path.getParent());
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
            Files.createDirectories(path.getParent());
            Files.copy(content, path);
            if ((entry.getMode() & 0100) != 0) {
                Files.setPosixFilePermissions(path, readableByAll(path));
            }
            // A power cut after the rename below must not leave a program that is half there.
            PrivateFiles.sync(path);
        }
    }

    private static Set<PosixFilePermission> readableByAll(Path path) throws IOException {
        var permissions = Files.getPosixFilePermissions(path);
        permissions.addAll(PosixFilePermissions.fromString("rwxr-xr-x"));
        return permissions;
    }

    private static void moveUnlessAnotherWasFirst(Path part, Path folder) throws IOException {
        try {
            Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
            PrivateFiles.sync(folder.toAbsolutePath().resolveSibling(""));
        } catch (IOException e) {
            if (!Files.isDirectory(folder)) {
                throw e;
            }
            Folders.delete(part);
        }
    }
}
