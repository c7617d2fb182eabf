package nl.spil.openapi;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.json.JsonMapper;

/** What the broker says of its interface, as OpenAPI; written by hand in openapi.yaml. */
final class Description {
    private static final String SOMEWHERE = "https://spil.example";

    private final Map<String, Object> document;

    private Description(Map<String, Object> document) {
        this.document = document;
    }

    /** Of a broker at this address. */
    static Description of(URI address) {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        Map<String, Object> read =
                new Yaml(new SafeConstructor(options)).load(text().replace(SOMEWHERE, address.toString()));
        return new Description(read);
    }

    private static String text() {
        try (var stream = Description.class.getResourceAsStream("openapi.yaml")) {
            return new String(java.util.Objects.requireNonNull(stream).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The document in this version of OpenAPI; its words mean the same in either. */
    byte[] json(Version version) {
        var versioned = new LinkedHashMap<>(document);
        versioned.put("openapi", version.number);
        return JsonMapper.shared().writeValueAsBytes(versioned);
    }

    enum Version {
        V3_0("3.0.4"),
        V3_1("3.1.1");

        private final String number;

        Version(String number) {
            this.number = number;
        }
    }
}
