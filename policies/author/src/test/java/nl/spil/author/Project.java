package nl.spil.author;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/** The files of this module as their authors write them. */
final class Project {
    static final Path ROOT = Path.of(Objects.requireNonNull(System.getProperty("spil.root"), "spil.root is not set"));
    static final Path POLICIES = ROOT.resolve("policies");

    private Project() {}

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Path> folders(String parent) {
        try (var children = Files.list(POLICIES.resolve(parent))) {
            return children.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Relative paths with slashes, sorted by their bytes. */
    static List<String> files(String folder, Predicate<String> wanted) {
        try (var files = Files.walk(POLICIES.resolve(folder))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> POLICIES.relativize(file).toString().replace('\\', '/'))
                    .filter(wanted)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
