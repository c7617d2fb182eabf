package nl.spil.casefile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import javax.crypto.spec.SecretKeySpec;

/** The key around all case keys of one period; a file beside the database, so that a copy of the database opens nothing. */
final class EpochKey {
    private static final int BYTES = 32;

    private final int epoch;
    private final SecretKeySpec key;

    private EpochKey(int epoch, byte[] key) {
        this.epoch = epoch;
        this.key = new SecretKeySpec(key, "AES");
    }

    /** The key in this file; made on first use, readable by its owner alone. */
    static EpochKey in(Path file) {
        try {
            if (!Files.exists(file)) {
                create(file);
            }
            var bytes = Files.readAllBytes(file);
            if (bytes.length != BYTES) {
                throw new IllegalStateException("the epoch key file does not hold " + BYTES + " bytes: " + file);
            }
            return new EpochKey(1, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("the epoch key cannot be read: " + file, e);
        }
    }

    int epoch() {
        return epoch;
    }

    GcmKey key() {
        return new GcmKey(key);
    }

    /** Written whole under another name first: half a key would lose every case. */
    private static void create(Path file) throws IOException {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        Files.createDirectories(file.toAbsolutePath().getParent());
        var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var draft = Files.createTempFile(file.toAbsolutePath().getParent(), "epoch", ".new", owner);
        Files.write(draft, bytes);
        try (var written = java.nio.channels.FileChannel.open(draft, java.nio.file.StandardOpenOption.WRITE)) {
            written.force(true);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
