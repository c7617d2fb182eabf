package nl.spil.author;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The committed bundle, as the broker finds it in the jar. */
final class Bundle {
    private static final String FOLDER = "/nl/spil/policies/";

    private Bundle() {}

    static byte[] bytes(String name) {
        try (InputStream in = Optional.ofNullable(Bundle.class.getResourceAsStream(FOLDER + name))
                .orElseThrow(() -> new IllegalStateException("the jar has no " + name))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    static JsonNode json(String name) {
        return Json.read(text(name));
    }

    static JsonNode tables() {
        return json("data.json").at("/spil/tables");
    }
}
