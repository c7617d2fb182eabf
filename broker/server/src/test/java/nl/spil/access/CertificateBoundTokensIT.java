package nl.spil.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import nl.spil.protocol.Oin;
import nl.spil.protocol.seal.SigningKey;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
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
    }

    @BeforeEach
    void letIn() {
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
    void a_token_that_is_bound_to_nobody_is_refused_with_the_right_certificate_too() throws Exception {
        var unbound = ownToken(Map.of()).signedBy(tokenKey());
        var other = ownToken(Map.of("x5t#S256", this.other.thumbprint())).signedBy(tokenKey());
        var right = ownToken(Map.of("x5t#S256", registered.thumbprint())).signedBy(tokenKey());

        assertThat(bearer(clientWith(registered), unbound).statusCode()).isEqualTo(401);
        assertThat(bearer(clientWith(registered), other).statusCode()).isEqualTo(401);
        assertThat(bearer(clientWith(registered), right).statusCode()).isEqualTo(200);
    }

    @Test
    void a_token_bound_to_a_certificate_of_somebody_else_is_refused_to_that_somebody_too() throws Exception {
        var stolen = ownToken(Map.of("x5t#S256", other.thumbprint())).signedBy(tokenKey());

        assertThat(bearer(clientWith(other), stolen).statusCode()).isEqualTo(401);
    }

    @Test
    void a_token_does_not_outlive_the_certificate_it_is_bound_to() throws Exception {
        var token = boundToken();
        assertThat(bearer(clientWith(registered), token).statusCode()).isEqualTo(200);

        doors.directory().add(POLICE, "POLICE", clientKey.verification(), clientKey.verification(), other.thumbprint());

        assertThat(bearer(clientWith(registered), token).statusCode()).isEqualTo(401);
    }

    @Test
    void a_certificate_of_an_unknown_authority_opens_no_connection() {
        var impostor = new TestCertificates().issue("police");
        var client = clientWith(impostor);

        assertThatThrownBy(() -> bearer(client, "x")).isInstanceOf(IOException.class);
    }

    @Test
    void old_versions_and_ciphers_open_no_connection() throws Exception {
        for (var weak : List.of(
                List.of("TLSv1.2", "TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384"),
                List.of("TLSv1.2", "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA"),
                List.of("TLSv1.2", "TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA"))) {
            assertThatThrownBy(() -> handshake(weak.get(0), weak.get(1))).isInstanceOf(SSLException.class);
        }
        handshake("TLSv1.2", "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384");
        handshake("TLSv1.3", "TLS_AES_128_GCM_SHA256");
    }

    private void handshake(String version, String cipher) throws IOException {
        var sockets = certificates.contextOf(null).getSocketFactory();
        var port = doors.settings().address().getPort();
        try (var socket = (SSLSocket) sockets.createSocket(InetAddress.getLoopbackAddress(), port)) {
            socket.setEnabledProtocols(new String[] {version});
            socket.setEnabledCipherSuites(new String[] {cipher});
            socket.startHandshake();
        }
    }

    @Test
    void without_tls_nothing_is_answered() throws Exception {
        var plain = HttpClient.newHttpClient();
        var port = doors.settings().address().getPort();
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/cases"))
                .build();

        var answer = plain.send(request, HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).doesNotContain("Tomcat", "at org.");
    }

    private SigningKey tokenKey() {
        return doors.context()
                .getBean(AuthorizationServerConfiguration.TokenKey.class)
                .key();
    }

    private SignedText ownToken(Map<String, String> confirmation) {
        var now = Instant.now().getEpochSecond();
        var address = doors.settings().address().toString();
        var token = new SignedText()
                .header("typ", "at+jwt")
                .claim("iss", address)
                .claim("aud", address)
                .claim("client_id", POLICE.value())
                .claim("scope", "spil.cases")
                .claim("iat", now)
                .claim("exp", now + 300);
        return confirmation.isEmpty() ? token : token.claim("cnf", confirmation);
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
