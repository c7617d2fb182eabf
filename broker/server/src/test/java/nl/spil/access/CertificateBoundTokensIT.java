package nl.spil.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import nl.spil.protocol.Oin;
import nl.spil.protocol.seal.SigningKey;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Tokens bound to a certificate (RFC 8705), over real TLS. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CertificateBoundTokensIT {
    private static final Oin POLICE = new Oin("00000099000000000101");

    private final TestCertificates certificates = new TestCertificates();
    private final TestCertificates.Identity registered = certificates.issue("police");
    private final TestCertificates.Identity other = certificates.issue("other");
    private final SigningKey clientKey = SigningKey.generateEs256();
    private Doors doors;

    @BeforeAll
    void open(@TempDir Path data) {
        var server = certificates.issue("127.0.0.1");
        var certificate = TestCertificates.pem(data.resolve("server.pem"), server.certificate());
        var key = TestCertificates.pem(data.resolve("server.key"), server.keys().getPrivate());
        var trust = TestCertificates.pem(data.resolve("trust.pem"), certificates.root());
        doors = Doors.open(
                data,
                Map.of(
                        "spil.tls.certificate", certificate.toString(),
                        "spil.tls.key", key.toString(),
                        "spil.tls.trust", trust.toString()));
        doors.directory()
                .add(POLICE, "POLICE", clientKey.verification(), clientKey.verification(), registered.thumbprint());
    }

    @AfterAll
    void close() {
        doors.close();
    }

    @Test
    void a_token_is_bound_to_the_certificate_it_was_asked_with() throws Exception {
        var police = clientWith(registered);

        var answer = police.askToken("spil.cases", police.assertion().signedBy(clientKey), "");

        assertThat(answer.statusCode()).isEqualTo(200);
        var token = CompactToken.parse(
                        TestClient.json(answer).path("access_token").stringValue())
                .orElseThrow();
        assertThat(token.claims().path("cnf").path("x5t#S256").stringValue()).isEqualTo(registered.thumbprint());
    }

    @Test
    void its_holder_enters_with_that_certificate_and_without_a_proof() throws Exception {
        var token = boundToken();

        assertThat(bearer(clientWith(registered), token).statusCode()).isEqualTo(200);
    }

    @Test
    void nobody_enters_with_another_certificate_or_none() throws Exception {
        var token = boundToken();

        assertThat(bearer(clientWith(other), token).statusCode()).isEqualTo(401);
        assertThat(bearer(clientWith(null), token).statusCode()).isEqualTo(401);
    }

    @Test
    void a_certificate_that_was_not_registered_gives_no_token() throws Exception {
        var police = clientWith(other);

        var answer = police.askToken("spil.cases", police.assertion().signedBy(clientKey), "");

        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @Test
    void a_proof_still_binds_where_there_is_no_certificate() throws Exception {
        var police = clientWith(null);

        assertThat(police.get("/v1/cases", police.token("spil.cases")).statusCode())
                .isEqualTo(200);
    }

    private String boundToken() throws IOException, InterruptedException {
        var police = clientWith(registered);
        var answer = police.askToken("spil.cases", police.assertion().signedBy(clientKey), "");
        return TestClient.json(answer).path("access_token").stringValue();
    }

    private static HttpResponse<String> bearer(TestClient client, String token)
            throws IOException, InterruptedException {
        return client.raw("GET", "/v1/cases", "Authorization", "Bearer " + token);
    }

    private TestClient clientWith(TestCertificates.@Nullable Identity identity) {
        var http = HttpClient.newBuilder()
                .sslContext(certificates.contextOf(identity))
                .build();
        return new TestClient(http, doors.settings().address(), POLICE, clientKey, SigningKey.generateEs256());
    }
}
