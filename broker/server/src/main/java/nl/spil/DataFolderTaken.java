package nl.spil;

import java.nio.file.Path;

/** Another broker works on this data folder; two would make two logs. */
final class DataFolderTaken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DataFolderTaken(Path path) {
        super("another broker is working on " + path
                + "; stop it first, or give this one a folder of its own (--spil.data)");
    }
}
