package nl.spil.sdk.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import nl.spil.protocol.seal.OpenedExchange;
import nl.spil.protocol.seal.OpenedItem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Opened items as files that only their owner reads: texts as text, documents as they were, the rest as JSON. */
final class Contents {
    private Contents() {}

    /** One written item. */
    record Written(String category, String answerType, String subject, String file) {
        @Override
        public String toString() {
            return category + " " + answerType + "  " + file;
        }
    }

    static List<Written> write(OpenedExchange exchange, Path folder) {
        try {
            makeFolder(folder);
            var written = new ArrayList<Written>();
            for (var item : exchange.items()) {
                written.add(write(item, written.size() + 1, folder));
            }
            return written;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + folder, e);
        }
    }

    private static Written write(OpenedItem item, int number, Path folder) throws IOException {
        var value = item.value();
        var start = "%02d-%s-%s".formatted(number, item.category(), item.answerType());
        var file = folder.resolve(start + ending(value));
        makeFile(file);
        Files.write(file, bytes(value));
        return new Written(
                item.category().code(), item.answerType().name(), item.subject().value(), file.toString());
    }

    private static boolean isDocument(JsonNode value) {
        return value.path("base64").isString() && value.path("name").isString();
    }

    /** Of the sender's file name only a short, plain ending is used: a name may point anywhere. */
    private static String ending(JsonNode value) {
        if (value.isString()) {
            return ".txt";
        }
        var name = value.path("name").asString("");
        var dot = name.lastIndexOf('.');
        var ending = dot < 0 ? "" : name.substring(dot);
        return !isDocument(value) ? ".json" : ending.matches("\\.[A-Za-z0-9]{1,8}") ? ending : ".bin";
    }

    private static byte[] bytes(JsonNode value) {
        if (value.isString()) {
            return value.stringValue().getBytes(StandardCharsets.UTF_8);
        }
        if (isDocument(value)) {
            return Base64.getDecoder().decode(value.path("base64").stringValue());
        }
        return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsBytes(value);
    }

    private static void makeFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
    }

    private static void makeFile(Path file) throws IOException {
        if (!Files.exists(file)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
    }
}
