package nl.spil.decision;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import nl.spil.protocol.Sha256;

/** A file that somebody replaces. */
final class FileSource implements BundleSource {
    private final Path file;
    private byte[] seen = {};
    private byte[] settled = {};

    FileSource(Path file) {
        this.file = file;
    }

    @Override
    public Optional<byte[]> changed() throws IOException {
        if (Files.size(file) > Tarball.MOST_PACKED) {
            throw new IOException("the file is larger than a bundle may be");
        }
        var bytes = Files.readAllBytes(file);
        seen = Sha256.digest(bytes);
        return Arrays.equals(seen, settled) ? Optional.empty() : Optional.of(bytes);
    }

    @Override
    public void settled() {
        settled = seen;
    }
}
