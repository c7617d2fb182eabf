package nl.spil.protocol.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static nl.spil.protocol.seal.SampleCase.MUNICIPALITY;
import static nl.spil.protocol.seal.SampleCase.NOW;
import static nl.spil.protocol.seal.SampleCase.PROBATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.spil.protocol.Oin;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A second reading of the profile, in JavaScript on other libraries, agrees with this one in both directions. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JavaScriptTest {
    /** How npm says that there is no registry to be had, as opposed to something wrong with what is asked of it. */
    private static final Pattern NO_NETWORK =
            Pattern.compile("ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ENETUNREACH|EHOSTUNREACH|ETIMEDOUT|ENOTCACHED");

    private final Path scripts =
            Path.of(Objects.requireNonNull(System.getProperty("spil.root"))).resolve("broker/protocol/src/test/js");

    @TempDir
    private static Path work;

    private String said = "";

    @BeforeAll
    void both_directions_are_played() throws Exception {
        assumePresent("node", "npm");
        install();
        writeLargeAttacks();

        var vectors = scripts.resolveSibling("resources/vectors").toString();
        var run = run(List.of("node", "check.js", vectors, work.toString()));

        assertThat(run.code()).as(run.output()).isZero();
        said = run.output();
    }

    @Test
    void what_java_sealed_javascript_opens_and_keeps_as_an_ordinary_sd_jwt() {
        assertThat(counted("theValidOnesOpen")).isEqualTo(4);
        assertThat(counted("whatIsKeptIsAnOrdinarySdJwt")).isEqualTo(1);
    }

    @Test
    void javascript_refuses_every_attack_at_the_same_step_for_the_same_reason() {
        assertThat(counted("everyAttackIsRefusedForItsReason"))
                .isEqualTo(Attacks.all().count());
    }

    @Test
    void what_javascript_sealed_java_verifies_delivers_and_opens() throws IOException {
        var sample = new SampleCase();
        var sealed = Files.readAllBytes(work.resolve("sealed-here.json"));
        var values = Tampering.read(Files.readString(work.resolve("sealed-here-values.json")));

        assertThat(opened(sample, sealed, MUNICIPALITY)).isEqualTo(values);
        assertThat(opened(sample, sealed, PROBATION)).isEqualTo(values);
    }

    private static JsonNode opened(SampleCase sample, byte[] sealed, Oin recipient) {
        var items = sample.verified(sealed).labels().stream().map(Label::item).collect(Collectors.toSet());
        var delivery = sample.delivery(sealed, recipient, items);
        return switch (sample.opener(recipient).open(delivery, NOW)) {
            case Opening.Opened(var exchange) -> {
                var values = new TreeMap<String, JsonNode>();
                exchange.items().forEach(item -> values.put(item.category().code(), item.value()));
                yield Jwk.object().setAll(values);
            }
            case Opening refused -> throw new AssertionError(refused.toString());
        };
    }

    private int counted(String check) {
        return said.lines()
                .filter(line -> line.startsWith(check + " "))
                .mapToInt(line -> Integer.parseInt(line.substring(check.length() + 1)))
                .sum();
    }

    private static void writeLargeAttacks() throws IOException {
        Files.createDirectories(work.resolve("attacked"));
        for (var attack : Attacks.all().filter(attack -> !attack.kept()).toList()) {
            Files.write(work.resolve(Vectors.file(attack)), attack.bytes());
        }
    }

    private static void assumePresent(String... programs) {
        var folders = Objects.requireNonNullElse(System.getenv("PATH"), "").split(File.pathSeparator, -1);
        for (var program : programs) {
            var present = Stream.of(folders).anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
            skipUnless(present, program + " is absent");
        }
    }

    /** Once installed it asks for no network, until the lock says something else. */
    private void install() throws Exception {
        var lock = Files.readString(scripts.resolve("package-lock.json"));
        var installed = scripts.resolve("node_modules/.installed");
        if (Files.exists(installed) && Files.readString(installed).equals(lock)) {
            return;
        }
        var run = run(List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline"));
        skipUnless(run.code() == 0 || !NO_NETWORK.matcher(run.output()).find(), "npm reaches no registry");
        assertThat(run.code()).as(run.output()).isZero();
        Files.writeString(installed, lock);
    }

    private static void skipUnless(boolean present, String reason) {
        if (!present) {
            System.err.println("SKIPPED: the check of the wire format by a second implementation; " + reason);
        }
        assumeTrue(present, reason);
    }

    private record Run(int code, String output) {}

    private Run run(List<String> command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command)
                .directory(scripts.toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Run(process.waitFor(), output);
    }
}
