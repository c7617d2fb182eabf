package nl.spil;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import nl.spil.access.SignedText;
import nl.spil.access.TestCertificates;
import nl.spil.access.TestCertificates.Identity;
import nl.spil.access.TestIssuer;
import nl.spil.access.TestPorts;
import nl.spil.embedded.DatabaseRoles;
import nl.spil.embedded.EmbeddedPostgres;
import nl.spil.embedded.ForeignDatabase;
import nl.spil.ledger.Ledger;
import nl.spil.ledger.WholeLog;
import nl.spil.protocol.Oin;
import nl.spil.protocol.seal.CertificateAuthority;
import nl.spil.protocol.seal.Pem;
import nl.spil.protocol.seal.SigningKey;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** The broker as an installation runs it: PostgreSQL, token issuer and certificates are somebody else's. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExternalBrokerIT {
    private static final Oin OPERATOR = new Oin("00000099000000000042");
    private static final Oin POLICE = new Oin("00000099000000000301");

    private final TestCertificates certificates = new TestCertificates();
    private final Identity operator = certificates.issue("operator");
    private final Identity police = certificates.issue("police");
    private final Identity other = certificates.issue("other");
    private final TestIssuer issuer = new TestIssuer();
    private final int port = TestPorts.free();
    private ForeignDatabase database;
    private Path papers;
    private Path data;
    private @Nullable ConfigurableApplicationContext broker;

    @BeforeAll
    void makeRoomForAnInstallation(@TempDir Path folder) throws Exception {
        papers = Files.createDirectory(folder.resolve("papers"));
        data = folder.resolve("data");
        database = ForeignDatabase.in(folder.resolve("database"), certificates);
        var server = certificates.issue("127.0.0.1");
        TestCertificates.pem(papers.resolve("server.pem"), server.certificate());
        TestCertificates.pem(papers.resolve("server.key"), server.keys().getPrivate());
        TestCertificates.pem(papers.resolve("trust.pem"), certificates.root());
        TestCertificates.pem(papers.resolve("elsewhere.pem"), new TestCertificates().root());
        var root = CertificateAuthority.create("Test root", Instant.now(), Duration.ofDays(9))
                .root();
        Files.writeString(papers.resolve("root.pem"), Pem.write(List.of(root)));
    }

    @AfterEach
    void stop() {
        if (broker != null) {
            broker.close();
            broker = null;
        }
    }

    @AfterAll
    void close() {
        database.close();
        issuer.close();
    }

    @Test
    void it_serves_with_somebody_elses_database_and_tokens_and_records_in_it() throws Exception {
        start(database.url());

        var ready = call(null, "GET", "/actuator/health/readiness", "", "");
        var registered = register(police);
        var list = call(police, "GET", "/v1/partners", token(POLICE, "spil.cases", police), "");

        assertThat(ready.statusCode()).as(ready.body()).isEqualTo(200);
        assertThat(registered.statusCode()).as(registered.body()).isIn(201);
        assertThat(list.statusCode()).isEqualTo(200);
        assertThat(list.body()).contains(POLICE.value());
        assertThat(list.headers().firstValue("Strict-Transport-Security")).isPresent();
        assertThat(Files.exists(data.resolve("postgres"))).isFalse();
        assertThat(running().getBeansOfType(EmbeddedPostgres.class)).isEmpty();
        WholeLog.assertClean(running().getBean(Ledger.class), running().getBean(DataSource.class));
    }

    @Test
    void what_was_recorded_is_there_after_a_restart() throws Exception {
        start(database.url());
        var before = register(police).body();
        stop();
        start(database.url());

        var again = register(police).body();

        assertThat(index(again)).isEqualTo(index(before));
        WholeLog.assertClean(running().getBean(Ledger.class), running().getBean(DataSource.class));
    }

    @Test
    void a_token_opens_the_door_to_the_certificate_it_is_bound_to_and_to_no_other() throws Exception {
        start(database.url());
        register(police);
        var token = token(POLICE, "spil.cases", police);
        var unbound = unbound().signedBy(issuer.key());

        assertThat(call(police, "GET", "/v1/partners", token, "").statusCode()).isEqualTo(200);
        assertThat(call(other, "GET", "/v1/partners", token, "").statusCode()).isEqualTo(401);
        assertThat(call(null, "GET", "/v1/partners", token, "").statusCode()).isEqualTo(401);
        assertThat(call(police, "GET", "/v1/partners", unbound, "").statusCode())
                .isEqualTo(401);
        // The issuer bound it, but nobody registered that certificate for this partner.
        assertThat(call(other, "GET", "/v1/partners", token(POLICE, "spil.cases", other), "")
                        .statusCode())
                .isEqualTo(401);
        assertThat(call(null, "POST", "/oauth2/token", "", "a=b").statusCode()).isEqualTo(404);
    }

    @Test
    void a_revoked_certificate_closes_the_door_at_once() throws Exception {
        start(database.url());
        var lost = certificates.issue("lost");
        var partner = new Oin("00000099000000000302");
        assertThat(register(partner, lost).statusCode()).isEqualTo(201);
        var token = token(partner, "spil.partners", lost);
        assertThat(call(lost, "GET", "/v1/partners", token, "").statusCode()).isEqualTo(200);

        var revoked = call(
                operator,
                "DELETE",
                "/v1/partners/" + partner + "/keys/" + lost.thumbprint(),
                token(OPERATOR, "spil.operate", operator),
                "");

        assertThat(revoked.statusCode()).as(revoked.body()).isEqualTo(200);
        assertThat(call(lost, "GET", "/v1/partners", token, "").statusCode()).isEqualTo(401);
        WholeLog.assertClean(running().getBean(Ledger.class), running().getBean(DataSource.class));
    }

    @Test
    void every_session_with_the_database_is_protected_and_the_owner_is_gone_when_it_serves() throws Exception {
        start(database.url());

        var daily = database.sessionsOf(DatabaseRoles.RUNTIME);

        assertThat(daily.get(0)).isPositive().isEqualTo(daily.get(1));
        assertThat(database.sessionsOf(DatabaseRoles.OWNER)).containsExactly(0, 0);
        assertThatThrownBy(() -> DriverManager.getConnection(
                        database.unprotected(), DatabaseRoles.RUNTIME, database.runtimePassword()))
                .hasMessageContaining("no encryption");
        try (var session =
                        DriverManager.getConnection(database.url(), DatabaseRoles.RUNTIME, database.runtimePassword());
                var statement = session.createStatement()) {
            assertThatThrownBy(() -> statement.execute("update log_entry set leaf = leaf"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> statement.execute("delete from log_checkpoint"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void a_database_that_cannot_prove_who_it_is_gets_no_password() {
        assertThatThrownBy(() -> start(database.protectedBy(papers.resolve("elsewhere.pem"))))
                .hasStackTraceContaining("SSLHandshakeException");
    }

    @Test
    void a_daily_role_with_too_many_rights_stops_the_start_with_all_of_them() {
        database.administer("alter role spil_broker createrole");
        database.administer("grant spil_owner to spil_broker");
        database.administer("alter role spil_broker set synchronous_commit = off");
        try {
            assertThatThrownBy(() -> start(database.url()))
                    .rootCause()
                    .isInstanceOf(DatabaseTooWeak.class)
                    .hasMessageContaining("synchronous_commit is off")
                    .hasMessageContaining("may make roles")
                    .hasMessageContaining("has the rights of the owner");
        } finally {
            database.administer("alter role spil_broker nocreaterole");
            database.administer("revoke spil_owner from spil_broker");
            database.administer("alter role spil_broker reset synchronous_commit");
        }
    }

    private void start(String databaseUrl) {
        broker = SpilBroker.start(Stream.of(
                        "spil.mode=EXTERNAL",
                        "spil.data=" + data,
                        "server.port=" + port,
                        "spil.address=" + address(),
                        "spil.issuer=" + issuer.name(),
                        "spil.operator.oin=" + OPERATOR,
                        "spil.operator.name=Test",
                        "spil.trust.root=" + papers.resolve("root.pem"),
                        "spil.tls.certificate=" + papers.resolve("server.pem"),
                        "spil.tls.key=" + papers.resolve("server.key"),
                        "spil.tls.trust=" + papers.resolve("trust.pem"),
                        "spil.database.url=" + databaseUrl,
                        "spil.database.owner=" + DatabaseRoles.OWNER,
                        "spil.database.owner-password=" + database.ownerPassword(),
                        "spil.database.runtime=" + DatabaseRoles.RUNTIME,
                        "spil.database.runtime-password=" + database.runtimePassword())
                .map(setting -> "--" + setting)
                .toArray(String[]::new));
    }

    private ConfigurableApplicationContext running() {
        return java.util.Objects.requireNonNull(broker, "the broker runs");
    }

    private URI address() {
        return URI.create("https://127.0.0.1:" + port);
    }

    private HttpResponse<String> register(Identity certificate) throws Exception {
        return register(POLICE, certificate);
    }

    private HttpResponse<String> register(Oin partner, Identity certificate) throws Exception {
        var pem = new String(
                Files.readAllBytes(
                        TestCertificates.pem(papers.resolve("partner-" + partner + ".pem"), certificate.certificate())),
                UTF_8);
        var body = """
                {"oin":"%s","name":"Partner","type":"POLICE","participantClass":"PUBLIC",
                 "clientKeys":{"keys":[%s]},"certificates":["%s"]}
                """.formatted(
                        partner,
                        clientKeyOf(partner).verification().toJwk(),
                        pem.strip().replace("\n", "\\n"));
        return call(operator, "POST", "/v1/partners", token(OPERATOR, "spil.operate", operator), body);
    }

    private final Map<Oin, SigningKey> clientKeys = new java.util.HashMap<>();

    private SigningKey clientKeyOf(Oin partner) {
        return clientKeys.computeIfAbsent(partner, _ -> SigningKey.generateEs256());
    }

    private String token(Oin client, String scope, Identity certificate) {
        return issuer.token(address(), client, scope, Map.of("x5t#S256", certificate.thumbprint()))
                .signedBy(issuer.key());
    }

    private SignedText unbound() {
        return issuer.token(address(), POLICE, "spil.cases", Map.of()).without("cnf");
    }

    private HttpResponse<String> call(
            @Nullable Identity certificate, String method, String path, String token, String body) throws Exception {
        try (var http = HttpClient.newBuilder()
                .sslContext(certificates.contextOf(certificate))
                .build()) {
            var request = HttpRequest.newBuilder(address().resolve(path))
                    .method(
                            method,
                            body.isEmpty()
                                    ? HttpRequest.BodyPublishers.noBody()
                                    : HttpRequest.BodyPublishers.ofString(body));
            if (!token.isEmpty()) {
                request.header("Authorization", "Bearer " + token);
            }
            if (!body.isEmpty()) {
                request.header("Content-Type", "application/json");
            }
            return patiently(http, request.build());
        }
    }

    /** As any partner's system does: the issuer may be slow on a busy machine, and the broker then says to come back. */
    private static HttpResponse<String> patiently(HttpClient http, HttpRequest request) throws Exception {
        for (var attempt = 1; ; attempt++) {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 503 || attempt == 10) {
                return answer;
            }
            Thread.sleep(Duration.ofSeconds(
                    Long.parseLong(answer.headers().firstValue("Retry-After").orElse("1"))));
        }
    }

    private static String index(String answer) {
        return answer.replaceAll("(?s).*\"index\":(\\d+).*", "$1");
    }
}
