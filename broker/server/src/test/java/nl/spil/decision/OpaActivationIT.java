package nl.spil.decision;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import nl.spil.Recorders;
import nl.spil.ledger.LedgerFixture;
import nl.spil.protocol.Base64Url;
import nl.spil.protocol.seal.SigningKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** New rules where an OPA server evaluates them; skipped where there is no opa. */
class OpaActivationIT {
    /** What stands before the point of a P-256 key in a public key (RFC 5480). */
    private static final byte[] P256 =
            HexFormat.of().parseHex("3059301306072a8648ce3d020106082a8648ce3d03010703420004");

    private final RealOpa opa = RealOpa.startOrSkip();
    private final LedgerFixture log = LedgerFixture.fresh();
    private final SigningKey key = SigningKey.generateEs256();

    @AfterEach
    void the_ledger_is_whole() {
        log.close();
        opa.close();
    }

    @Test
    void rules_that_the_opa_server_does_not_have_are_not_activated() {
        try (var bundles = asking()) {
            var before = bundles.decide(Questions.ofSixItems());

            var offer =
                    bundles.offer(new BundleKey(key).sign(TestBundles.later(1)).bytes(), new Mandate.Source());

            assertThat(offer).isEqualTo(new Offer.Refused(RefusedBecause.NO_EXACT_ANSWER));
            assertThat(bundles.decide(Questions.ofSixItems()).policy()).isEqualTo(before.policy());
        }
    }

    @Test
    void a_stock_opa_verifies_what_an_installation_signed_and_nothing_else(@TempDir Path folder) throws Exception {
        var signed = Files.write(
                folder.resolve("signed.tar.gz"),
                new BundleKey(key).sign(TestBundles.COMMITTED).bytes());
        var files = new BundleKey(key).sign(TestBundles.COMMITTED).files();
        files.put("texts.json", "{}".getBytes(UTF_8));
        var tampered = Files.write(folder.resolve("tampered.tar.gz"), Tarball.packed(files));

        assertThat(verified(signed, key, folder)).isTrue();
        assertThat(verified(tampered, key, folder)).isFalse();
        assertThat(verified(signed, SigningKey.generateEs256(), folder)).isFalse();
    }

    private static boolean verified(Path bundle, SigningKey under, Path folder)
            throws IOException, InterruptedException {
        var pem = Files.writeString(folder.resolve("key.pem"), pem(under));
        var opa = Path.of(System.getProperty("spil.root"), "deploy", "get-opa").toString();
        var command = "\"$(\"$0\")\" build -b \"$1\" --verification-key \"$2\" --verification-key-id spil"
                + " --signing-alg ES256 -o \"$3\"";
        return new ProcessBuilder(
                                "bash",
                                "-c",
                                command,
                                opa,
                                bundle.toString(),
                                pem.toString(),
                                folder.resolve("out.tar.gz").toString())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }

    private static String pem(SigningKey of) {
        var jwk = of.verification().toJwk();
        var der = new java.io.ByteArrayOutputStream();
        der.writeBytes(P256);
        der.writeBytes(Base64Url.decode(jwk.path("x").stringValue("")));
        der.writeBytes(Base64Url.decode(jwk.path("y").stringValue("")));
        var base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der.toByteArray());
        return "-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----\n";
    }

    private PolicyBundles asking() {
        var jdbc = JdbcClient.create(log.database().runtime());
        var bundleKey = new BundleKey(key);
        return PolicyBundles.start(
                new Activations(jdbc, Recorders.activations(log.ledger()), bundleKey, Clock.systemUTC()),
                new Admission(bundleKey, TestBundles.COMMITTED.bundle().obligations(), this::engine),
                new NodeReports(jdbc, "node", Clock.systemUTC()),
                TestBundles.COMMITTED);
    }

    private Engine engine(PolicyBundle bundle) {
        var point = new OpaDecisionPoint(opa.address(), bundle, Duration.ofSeconds(20));
        return new Engine(point, point::close);
    }
}
