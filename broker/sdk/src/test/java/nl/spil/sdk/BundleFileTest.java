package nl.spil.sdk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nl.spil.protocol.seal.SigningKey;
import nl.spil.sdk.cli.Spil;
import nl.spil.sdk.cli.Terminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bundle is packed and signed without a broker, as any other program for archives reads it. */
class BundleFileTest {
    private final SigningKey key = SigningKey.generateEs256();

    @TempDir
    private Path folder;

    @Test
    void a_signed_bundle_is_read_by_the_programs_everybody_has() throws Exception {
        Files.write(folder.resolve("bundle.tar.gz"), packed());
        Files.writeString(folder.resolve("key.jwk"), key.toJwk().toString());

        assertThat(spil("policy", "sign", "--key", at("key.jwk"), "--bundle", at("bundle.tar.gz"), "--out", at("out")))
                .isZero();

        assertThat(tar("-tzf", at("out"))).containsExactly("/.signatures.json", "/data.json", "/policy.wasm");
        assertThat(tar("-xOzPf", at("out"), "/data.json")).containsExactly("{\"a\":1}");
    }

    @Test
    void signing_again_replaces_the_signature() {
        var once = BundleFile.read(packed()).signed(SigningKey.generateEs256());

        var twice = BundleFile.read(once.bytes()).signed(key);

        assertThat(twice.bytes())
                .isEqualTo(BundleFile.read(packed()).signed(key).bytes());
    }

    @Test
    void what_is_no_bundle_or_no_key_is_said_in_one_line() throws IOException {
        Files.writeString(folder.resolve("text"), "no archive");
        Files.writeString(folder.resolve("key.jwk"), key.toJwk().toString());

        assertThat(spil("policy", "sign", "--key", at("key.jwk"), "--bundle", at("text")))
                .isEqualTo(2);
        assertThat(spil("policy", "sign", "--key", at("text"), "--bundle", at("text")))
                .isEqualTo(2);
        assertThatThrownBy(() -> BundleFile.read(new byte[0])).isInstanceOf(IllegalArgumentException.class);
    }

    private String at(String name) {
        return folder.resolve(name).toString();
    }

    private static int spil(String... arguments) {
        var out = new java.io.PrintStream(new ByteArrayOutputStream(), true, UTF_8);
        return Spil.run(new Terminal(out, out, false, java.util.Locale.ENGLISH), arguments);
    }

    private static List<String> tar(String... arguments) throws IOException {
        var command = new java.util.ArrayList<>(List.of("tar"));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var lines = process.inputReader()) {
            return lines.lines().toList();
        }
    }

    private static byte[] packed() {
        var files = new java.util.TreeMap<String, byte[]>();
        files.put("data.json", "{\"a\":1}".getBytes(UTF_8));
        files.put("policy.wasm", new byte[700]);
        return BundleFile.of(files).bytes();
    }
}
