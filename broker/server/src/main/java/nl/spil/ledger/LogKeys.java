package nl.spil.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import nl.spil.embedded.PrivateFiles;
import nl.spil.protocol.proof.CheckpointSigner;
import nl.spil.protocol.proof.Ed25519CheckpointSigner;
import nl.spil.protocol.proof.LogKey;
import nl.spil.protocol.proof.MlDsa44CheckpointSigner;

/**
 * The keys of one log, kept in files that only the broker can read.
 *
 * @param ed25519 signs every checkpoint
 * @param mlDsa44 signs about one a second, for the decades to come
 */
public record LogKeys(Ed25519CheckpointSigner ed25519, MlDsa44CheckpointSigner mlDsa44) {

    /**
     * Reads the keys of this data folder; makes them the first time.
     *
     * @param newOrigin the name that the log gets if it is new; a log keeps its name for ever
     */
    public static LogKeys keptIn(Path dataFolder, String newOrigin) {
        var folder = PrivateFiles.folder(dataFolder.resolve("keys"));
        var ed25519 = kept(folder.resolve("log-ed25519"), () -> Ed25519CheckpointSigner.random(newOrigin));
        var name = ed25519.verifierKey().name();
        var mlDsa44 = kept(folder.resolve("log-mldsa44"), () -> MlDsa44CheckpointSigner.random(name));
        if (!(ed25519 instanceof Ed25519CheckpointSigner classical)
                || !(mlDsa44 instanceof MlDsa44CheckpointSigner lasting)) {
            throw new LogRefused("the log's keys are not of the kind that their files are named after");
        }
        var keys = new LogKeys(classical, lasting);
        PrivateFiles.write(dataFolder.resolve("log.vkey"), keys.key().text().getBytes(StandardCharsets.UTF_8));
        return keys;
    }

    private static CheckpointSigner kept(Path file, Supplier<CheckpointSigner> fresh) {
        if (!Files.exists(file)) {
            PrivateFiles.write(file, (fresh.get().secret() + "\n").getBytes(StandardCharsets.UTF_8));
        }
        try {
            return CheckpointSigner.parse(Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read a key of the log", e);
        } catch (IllegalArgumentException e) {
            throw new LogRefused("a key file of the log is damaged: " + file.getFileName());
        }
    }

    /** What anyone needs to verify the log. */
    public LogKey key() {
        return new LogKey(ed25519.verifierKey(), mlDsa44.verifierKey());
    }

    @Override
    public String toString() {
        return "keys of " + key().origin();
    }
}
