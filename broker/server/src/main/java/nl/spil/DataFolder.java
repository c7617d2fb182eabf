package nl.spil;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import nl.spil.embedded.PrivateFiles;
import org.jspecify.annotations.Nullable;

/** The broker's folder, held by one broker at a time; the system lets go of it when that broker dies. */
final class DataFolder implements AutoCloseable {
    private final Path path;
    private final FileLock lock;

    private DataFolder(Path path, FileLock lock) {
        this.path = path;
        this.lock = lock;
    }

    /** Takes the folder, making it first where needed; a second broker on the same folder is refused. */
    static DataFolder take(Path path) {
        try {
            PrivateFiles.folder(path);
            var channel =
                    FileChannel.open(path.resolve("broker.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            var lock = lockOf(channel);
            if (lock == null) {
                channel.close();
                throw new DataFolderTaken(path);
            }
            return new DataFolder(path, lock);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use the data folder " + path + ": " + e.getMessage(), e);
        }
    }

    private static @Nullable FileLock lockOf(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (java.nio.channels.OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    /** Tells programs on this machine where the broker is. */
    void announce(String url, int port) {
        var text = "{\"url\":\"" + url + "\",\"pid\":" + ProcessHandle.current().pid() + ",\"port\":" + port + "}\n";
        PrivateFiles.write(announcement(), text.getBytes(StandardCharsets.UTF_8));
    }

    private Path announcement() {
        return path.resolve("broker.json");
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(announcement());
        lock.acquiredBy().close();
    }
}
