package nl.spil.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import nl.spil.embedded.PrivateFiles;
import nl.spil.protocol.proof.Checkpoint;
import nl.spil.protocol.proof.InvalidProof;
import nl.spil.protocol.proof.LogKey;
import nl.spil.protocol.proof.SignedNote;
import org.jspecify.annotations.Nullable;

/**
 * The last checkpoint that left this broker, kept outside the database: a database that was put back from an old backup
 * is known by it.
 *
 * <p>Two files are written in turn for every checkpoint, so that a killed broker leaves the very last one; a third is
 * replaced about once a second in a way that survives a power cut.
 */
final class Published implements AutoCloseable {
    private final Path durable;
    private final List<FileChannel> files;
    private final ReentrantLock replacing = new ReentrantLock();
    private volatile Checkpoint last;
    private volatile List<String> notes = List.of();
    private volatile @Nullable RuntimeException failure;
    private int turn;

    private Published(Path durable, List<FileChannel> files, Checkpoint last, int turn) {
        this.durable = durable;
        this.files = files;
        this.last = last;
        this.turn = turn;
    }

    /** Opens the files of this data folder; a log that was never published from here starts with the given note. */
    static Published in(Path dataFolder, LogKey key, String emptyLog) {
        var folder = PrivateFiles.folder(dataFolder.resolve("log"));
        var durable = folder.resolve("checkpoint");
        var turns = List.of(folder.resolve("checkpoint-0"), folder.resolve("checkpoint-1"));
        if (!Files.exists(durable) && turns.stream().noneMatch(Files::exists)) {
            PrivateFiles.write(durable, emptyLog.getBytes(StandardCharsets.UTF_8));
        }
        var found = new ArrayList<Optional<Checkpoint>>();
        List.of(turns.get(0), turns.get(1), durable).forEach(path -> found.add(read(path, key)));
        var last = found.stream()
                .flatMap(Optional::stream)
                .reduce((one, other) -> one.size() >= other.size() ? one : other)
                .orElseThrow(() -> new LogRefused("the last published checkpoint in the data folder is damaged"));
        var latestTurn = found.get(1).filter(last::equals).isPresent() ? 1 : 0;
        return new Published(durable, opened(turns), last, latestTurn);
    }

    private static Optional<Checkpoint> read(Path path, LogKey key) {
        try {
            var note = Files.exists(path) ? new String(Files.readAllBytes(path), StandardCharsets.UTF_8) : "";
            return Optional.of(key.open(SignedNote.parse(note)));
        } catch (IllegalArgumentException | InvalidProof e) {
            return Optional.empty(); // Not there yet, or a crash cut it short: another file is whole.
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the last published checkpoint", e);
        }
    }

    private static List<FileChannel> opened(List<Path> paths) {
        var how = EnumSet.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var onlyOwner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try {
            var files = new ArrayList<FileChannel>();
            for (var path : paths) {
                files.add(FileChannel.open(path, how, onlyOwner));
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the last published checkpoint", e);
        }
    }

    Checkpoint last() {
        return last;
    }

    /** The last one as it was signed; none before the first was kept. */
    List<String> notes() {
        return notes;
    }

    /** Keeps a committed checkpoint before anyone hears of it; throws when it cannot, and then nobody may. */
    void keep(Head head) throws IOException {
        if (failure != null) {
            throw new IOException("the last checkpoint could not be made durable", failure);
        }
        turn = 1 - turn;
        var file = files.get(turn);
        var bytes = ByteBuffer.wrap(head.note().getBytes(StandardCharsets.UTF_8));
        var length = bytes.remaining();
        for (var at = 0L; bytes.hasRemaining(); ) {
            at += file.write(bytes, at);
        }
        file.truncate(length);
        last = head.checkpoint();
        notes = List.of(head.note());
        if (head.lasting()) {
            Thread.ofVirtual().name("ledger-published").start(() -> replace(head));
        }
    }

    private void replace(Head head) {
        replacing.lock();
        try {
            PrivateFiles.write(durable, head.note().getBytes(StandardCharsets.UTF_8));
            failure = null;
        } catch (UncheckedIOException e) {
            failure = e;
        } finally {
            replacing.unlock();
        }
    }

    @Override
    public void close() throws IOException {
        for (var file : files) {
            file.close();
        }
    }
}
