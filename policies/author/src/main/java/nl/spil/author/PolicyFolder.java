package nl.spil.author;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/**
 * The rules as their authors write them: a folder with rules, tables, stories and invariants.
 *
 * @param root absolute
 */
record PolicyFolder(Path root) {
    private static final String BUILT = "src/main/resources/nl/spil/policies";

    PolicyFolder {
        root = root.toAbsolutePath().normalize();
        if (!Files.isDirectory(root.resolve("tables"))) {
            throw new NoPolicyFolder(root);
        }
    }

    /** Where the bundle lies that was committed with these sources. */
    Path built() {
        return root.resolve(BUILT);
    }

    Path file(String name) {
        return root.resolve(name);
    }

    String text(String name) {
        try {
            return Files.readString(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }

    byte[] bytes(String name) {
        try {
            return Files.readAllBytes(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }

    JsonNode yaml(String name) {
        return Yaml.read(text(name), name);
    }

    /** The names of the folders in a folder, sorted. */
    List<String> folders(String parent) {
        try (var children = Files.list(file(parent))) {
            return children.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + parent, e);
        }
    }

    /** Names relative to the folder, with slashes, sorted by their bytes. */
    List<String> files(String parent, Predicate<String> wanted) {
        try (var files = Files.walk(file(parent))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .filter(wanted)
                    .sorted(Comparator.naturalOrder())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + parent, e);
        }
    }
}
