package nl.spil.casefile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import javax.crypto.spec.SecretKeySpec;
import nl.spil.embedded.PrivateFiles;

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
                var fresh = new byte[BYTES];
                new SecureRandom().nextBytes(fresh);
                PrivateFiles.folder(file.toAbsolutePath().resolveSibling(""));
                PrivateFiles.write(file, fresh);
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
}
