package nl.spil.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import nl.spil.protocol.seal.SigningKey;

/** A signing key in a file that only the owner reads; made once. */
public final class KeyFile {
    private KeyFile() {}

    /** The key of this file; a new P-256 key where there is no file yet. A file that cannot be read is never replaced. */
    public static SigningKey es256(Path file) {
        try {
            if (!Files.exists(file)) {
                PrivateFiles.folder(file.toAbsolutePath().resolveSibling(""));
                PrivateFiles.write(
                        file, SigningKey.generateEs256().toJwk().toString().getBytes(UTF_8));
            }
            return SigningKey.ofJwk(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the key " + file, e);
        } catch (IllegalArgumentException e) {
            throw new EmbeddedFailed("the key " + file + " is damaged; it must be restored from a backup", e);
        }
    }
}
