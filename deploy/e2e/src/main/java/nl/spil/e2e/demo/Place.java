package nl.spil.e2e.demo;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where everything of one demonstration lies: the broker's folder and the partners' folders side by side, because in life
 * they are not on one machine either.
 *
 * @param data the folder of the demonstration
 * @param files the documents of the case
 * @param root the folder of the source tree, where the commands to try are typed
 */
record Place(Path data, Path files, Path root) {

    static Place of(Path data, @Nullable Path files) {
        var root = sourceTree();
        var documents = files == null ? root.resolve("deploy/demo") : files;
        return new Place(
                data.toAbsolutePath().normalize(), documents.toAbsolutePath().normalize(), root);
    }

    private static Path sourceTree() {
        // broker/server/target/spil-server.jar, as the start script names it
        var path = serverJar().toAbsolutePath().normalize();
        for (int up = 0; up < 4 && path.getParent() != null; up++) {
            path = path.getParent();
        }
        return path;
    }

    static Path serverJar() {
        return Path.of(System.getProperty("spil.server.jar", "broker/server/target/spil-server.jar"));
    }

    Path broker() {
        return data.resolve("broker");
    }

    Path partner(String key) {
        return data.resolve("partners").resolve(key);
    }

    /** As short as it can be typed from where the reader is. */
    String shown(Path path) {
        var here = Path.of("").toAbsolutePath();
        if (path.startsWith(here) && !path.equals(here)) {
            return here.relativize(path).toString();
        }
        return path.toString();
    }
}
