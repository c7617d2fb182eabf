package nl.spil.openapi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import nl.spil.openapi.Description.Version;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The linter of the NL GOV API Design Rules finds nothing, not even a warning. Over an address without TLS, as the
 * embedded broker has on loopback, it has one: that servers use https.
 */
class DesignRulesTest {
    private static final Path ROOT = Path.of(System.getProperty("spil.root"));
    private static final Path TOOLS = ROOT.resolve("deploy/e2e/openapi");
    private static final List<String> NO_NETWORK =
            List.of("ENOTFOUND", "EAI_AGAIN", "ECONNREFUSED", "ETIMEDOUT", "ENETUNREACH", "ENOTCACHED");

    @TempDir
    Path folder;

    /** Version 2.1.0 of the rules knows OpenAPI 3.0 only. */
    @ParameterizedTest
    @CsvSource({
        "nlgov-adr-linter-2.1.0.yaml, V3_0",
        "nlgov-adr-linter.yaml      , V3_0",
        "nlgov-adr-linter.yaml      , V3_1"
    })
    void the_interface_keeps_the_design_rules(String rules, Version version) throws Exception {
        var findings =
                lint(rules, Description.of(URI.create("https://broker.example")).json(version));

        assertThat(findings.text()).contains("No results");
        assertThat(findings.code()).isZero();
    }

    @Test
    void on_loopback_without_tls_the_only_finding_is_that() throws Exception {
        var findings = lint(
                "nlgov-adr-linter.yaml",
                Description.of(URI.create("http://127.0.0.1:8080")).json(Version.V3_0));

        assertThat(findings.text().lines().filter(line -> line.contains("error") || line.contains("warning  ")))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).containsAnyOf("nlgov:servers-use-https", "0 errors"));
    }

    @Test
    void a_fault_would_be_found() throws Exception {
        var document = new String(
                        Description.of(URI.create("https://broker.example")).json(Version.V3_0), UTF_8)
                .replace("\"/openapi.json\"", "\"/openapi.yaml\"");

        assertThat(lint("nlgov-adr-linter-2.1.0.yaml", document.getBytes(UTF_8)).code())
                .isNotZero();
    }

    private record Findings(int code, String text) {}

    private Findings lint(String rules, byte[] document) throws IOException, InterruptedException {
        var ruleset = external().resolve("adr").resolve(rules);
        need(Files.isReadable(ruleset), "there is no " + rules);
        install();
        var file = Files.write(folder.resolve("openapi.json"), document);
        return run(List.of(
                "node",
                "node_modules/@stoplight/spectral-cli/dist/index.js",
                "lint",
                "--fail-severity=warn",
                "--ruleset",
                ruleset.toAbsolutePath().toString(),
                file.toString()));
    }

    private static void install() throws IOException, InterruptedException {
        need(isThere("node") && isThere("npm"), "Node is not at hand");
        if (Files.exists(TOOLS.resolve("node_modules/@stoplight/spectral-cli"))) {
            return;
        }
        var installed = run(List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline"));
        need(NO_NETWORK.stream().noneMatch(installed.text()::contains), "npm cannot reach its registry");
        assertThat(installed.code()).as(installed.text()).isZero();
    }

    private static boolean isThere(String tool) throws InterruptedException {
        try {
            return run(List.of(tool, "--version")).code() == 0;
        } catch (IOException absent) {
            return false;
        }
    }

    private static Findings run(List<String> command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command)
                .directory(TOOLS.toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        var text = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return new Findings(process.exitValue(), text);
    }

    private static void need(boolean met, String otherwise) {
        if (!met) {
            System.err.println("SKIPPED: " + otherwise);
        }
        Assumptions.assumeTrue(met, "SKIPPED: " + otherwise);
    }

    private static Path external() {
        var set = System.getenv("SPIL_EXTERNAL");
        return set != null ? Path.of(set) : ROOT.resolveSibling("shared/external");
    }
}
