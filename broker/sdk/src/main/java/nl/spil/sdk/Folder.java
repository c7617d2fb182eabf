package nl.spil.sdk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * A folder of small files that only its owner may read; a file is there whole or not at all, also after a power cut.
 */
final class Folder {
    private static final Map<Path, ReentrantLock> LOCKS = new ConcurrentHashMap<>();

    private final Path path;

    Folder(Path path) {
        this.path = path;
    }

    Path path() {
        return path;
    }

    Folder folder(String name) {
        return new Folder(path.resolve(name));
    }

    Optional<byte[]> read(String name) {
        try {
            return Optional.of(Files.readAllBytes(path.resolve(name)));
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path.resolve(name), e);
        }
    }

    boolean has(String name) {
        return Files.exists(path.resolve(name));
    }

    void write(String name, byte[] content) {
        try {
            make();
            var draft = Files.createTempFile(path, "." + name, ".tmp", attributes("rw-------"));
            flush(draft, content);
            move(draft, path.resolve(name));
            flushEntries();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + path.resolve(name), e);
        }
    }

    void delete(String name) {
        try {
            Files.deleteIfExists(path.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + path.resolve(name), e);
        }
    }

    /** The names of the files that end so, in order. */
    List<String> names(String ending) {
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (var files = Files.list(path)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ending) && !name.startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + path, e);
        }
    }

    /** Keeps every other thread and process out of what is read and written here meanwhile. */
    <T> T exclusively(Supplier<T> work) {
        var lock = LOCKS.computeIfAbsent(path.toAbsolutePath().normalize(), _ -> new ReentrantLock());
        lock.lock();
        try {
            // A thread that is in already holds the file's lock too, which Java does not give twice.
            return lock.getHoldCount() > 1 ? work.get() : acrossProcesses(work);
        } finally {
            lock.unlock();
        }
    }

    private <T> T acrossProcesses(Supplier<T> work) {
        try {
            make();
            try (var channel = FileChannel.open(
                            path.resolve(".lock"),
                            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                            attributes("rw-------"));
                    var _ = channel.lock()) {
                return work.get();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot lock " + path, e);
        }
    }

    private void make() throws IOException {
        Files.createDirectories(path, attributes("rwx------"));
    }

    private static void flush(Path file, byte[] content) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            var left = ByteBuffer.wrap(content);
            while (left.hasRemaining()) {
                channel.write(left);
            }
            channel.force(true);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void flushEntries() throws IOException {
        if (supportsOwnership()) {
            try (var entries = FileChannel.open(path, StandardOpenOption.READ)) {
                entries.force(true);
            }
        }
    }

    private FileAttribute<?>[] attributes(String permissions) {
        if (!supportsOwnership()) {
            return new FileAttribute<?>[0];
        }
        Set<PosixFilePermission> owner = PosixFilePermissions.fromString(permissions);
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(owner)};
    }

    private boolean supportsOwnership() {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
