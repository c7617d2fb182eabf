package nl.spil.author;

import java.nio.file.Path;

/** The folder that was named holds no rules. */
final class NoPolicyFolder extends RuntimeException {
    private final Path folder;

    NoPolicyFolder(Path folder) {
        super("no rules in " + folder);
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }
}
