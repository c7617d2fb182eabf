package nl.spil.e2e.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The documents of the case, as they come from partners' own systems.
 *
 * @param folder where they lie
 */
record DemoFiles(Path folder) {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    byte[] bytes(String name) {
        try {
            return Files.readAllBytes(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder.resolve(name), e);
        }
    }

    JsonNode json(String name) {
        return JsonMapper.shared().readTree(bytes(name));
    }

    String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    JsonNode textItem(String name) {
        return NODES.stringNode(text(name));
    }

    /** A document travels with its name, so that it can be a file again at the other end. */
    JsonNode document(String name, String mediaType) {
        return NODES.objectNode()
                .put("name", name)
                .put("mediaType", mediaType)
                .put("base64", Base64.getEncoder().encodeToString(bytes(name)));
    }
}
