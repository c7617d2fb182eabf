package nl.spil;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static nl.spil.access.TestClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import nl.spil.access.TestClient;
import nl.spil.embedded.EmbeddedPostgres;
import nl.spil.protocol.Oin;
import nl.spil.protocol.Sha256;
import nl.spil.protocol.proof.LogKey;
import nl.spil.protocol.proof.Receipt;
import nl.spil.protocol.seal.SigningKey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The whole broker as a stranger, a partner and the operator meet it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrokerIT {
    private final HttpClient http = HttpClient.newHttpClient();
    private Path data;
    private TestBroker broker;

    @BeforeAll
    void start(@TempDir Path folder) {
        data = folder;
        broker = TestBroker.start(folder);
    }

    @AfterAll
    void stop() {
        broker.close();
    }

    @Test
    void it_says_that_it_is_ready_and_where_it_is() throws Exception {
        var readiness = get("/actuator/health/readiness");

        assertThat(readiness.statusCode()).isEqualTo(200);
        assertThat(json(readiness).path("status").stringValue()).isEqualTo("UP");
        assertThat(Files.readString(data.resolve("broker.json")))
                .contains(broker.address().toString());
    }

    @Test
    void its_keys_are_for_its_owner_only() throws Exception {
        try (var files = Files.list(data.resolve("keys"))) {
            assertThat(files)
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("keys"))))
                .isEqualTo("rwx------");
    }

    @Test
    void a_second_broker_on_the_same_folder_is_refused() {
        assertThatThrownBy(() -> TestBroker.start(data)).hasMessageContaining("another broker is working on");
    }

    @Test
    void every_answer_bears_version_trace_and_protection() throws Exception {
        for (var path : new String[] {"/v1/partners", "/nowhere", "/actuator/health/readiness", "/v1/log/checkpoint"}) {
            var headers = get(path).headers();

            assertThat(headers.firstValue("API-Version")).as(path).hasValue("1.0.0");
            assertThat(headers.firstValue("traceparent"))
                    .hasValueSatisfying(value -> assertThat(value).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-00"));
            assertThat(headers.allValues("Cache-Control")).hasSize(1);
            assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(headers.firstValue("Content-Security-Policy")).isPresent();
            assertThat(headers.firstValue("Server")).isEmpty();
        }
    }

    @Test
    void the_trace_of_the_caller_goes_on() throws Exception {
        var trace = "0af7651916cd43dd8448eb211c80319c";

        var answer = http.send(
                HttpRequest.newBuilder(broker.address().resolve("/nowhere"))
                        .header("traceparent", "00-" + trace + "-b7ad6b7169203331-01")
                        .build(),
                BodyHandlers.ofString());

        assertThat(answer.headers().firstValue("traceparent"))
                .hasValueSatisfying(
                        value -> assertThat(value).startsWith("00-" + trace).endsWith("-01"));
        assertThat(json(answer).path("instance").stringValue()).isEqualTo("urn:spil:trace:" + trace);
    }

    @Test
    void what_is_not_there_is_a_problem_too() throws Exception {
        problem(get("/nowhere"), 404, "not-found");
        problem(get("/"), 404, "not-found");
    }

    @Test
    void a_request_too_broken_to_be_read_is_a_problem_too() throws Exception {
        for (var line : new String[] {
            "GET /v1/partners?<script> HTTP/1.1",
            "GET /v1/%zz HTTP/1.1",
            "GET /v1/partners HTTP/9.9",
            "GET /v1/../../etc/passwd%00 HTTP/1.1",
            "NONSENSE"
        }) {
            var answer = raw(line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n");

            assertThat(answer)
                    .as(line)
                    .containsPattern("^HTTP/1.1 4")
                    .doesNotContain("script>", "Tomcat", "at org.", "<html");
        }
        var large = raw("GET / HTTP/1.1\r\nHost: localhost\r\nX: " + "x".repeat(40_000) + "\r\n\r\n");
        assertThat(large).startsWith("HTTP/1.1 4").contains("urn:spil:problem:").contains("API-Version: 1.0.0");
    }

    @Test
    void wrong_methods_and_forms_are_told_apart() throws Exception {
        var token = broker.operator().token("spil.operate");
        var operator = broker.operator();

        problem(operator.call("DELETE", "/v1/partners", token, Map.of(), new byte[0]), 405, "method-not-allowed");
        problem(
                operator.call("POST", "/v1/partners", token, Map.of("Content-Type", "text/plain"), "x".getBytes(UTF_8)),
                415,
                "unsupported-media-type");
        problem(
                operator.call("GET", "/v1/partners", token, Map.of("Accept", "application/xml"), new byte[0]),
                406,
                "not-acceptable");
    }

    @Test
    void all_that_is_wrong_with_a_registration_comes_out_at_once_and_is_on_record() throws Exception {
        var before = entries();
        var body = "{\"oin\":\"12\",\"name\":\" \",\"type\":7,\"secretName\":\"Jansen\"}";

        var answer = broker.operator()
                .call(
                        "POST",
                        "/v1/partners",
                        broker.operator().token("spil.operate"),
                        TestBroker.json(),
                        body.getBytes(UTF_8));

        problem(answer, 400, "malformed-request");
        assertThat(json(answer)
                        .path("problems")
                        .valueStream()
                        .map(each -> each.path("pointer").asString("")))
                .containsExactlyInAnyOrder("", "/oin", "/name", "/type", "/participantClass", "/clientKeys");
        assertThat(answer.body()).doesNotContain("Jansen", "secretName");
        assertThat(entries()).isEqualTo(before + 1);
    }

    @Test
    void malformed_json_is_refused_without_repeating_it() throws Exception {
        for (var body : new String[] {"{\"oin\":\"1\",\"oin\":\"2\"}", "{", "[[[[[[[[[[[[]]]]]]]]]]]]", "\u0000"}) {
            var answer = broker.operator()
                    .call(
                            "POST",
                            "/v1/partners",
                            broker.operator().token("spil.operate"),
                            TestBroker.json(),
                            body.getBytes(UTF_8));

            problem(answer, 400, "malformed-request");
        }
    }

    @Test
    void a_partner_is_let_in_publishes_keys_and_others_find_them() throws Exception {
        var police = broker.member("00000099000000000201", "POLICE");

        var registered = broker.register(police);
        var again = broker.register(police);
        var keys = police.keySet(1);
        var published = police.publish(keys);

        assertThat(registered.statusCode()).isEqualTo(201);
        assertThat(receiptIn(again).index()).isEqualTo(receiptIn(registered).index());
        assertThat(published.statusCode()).as(published.body()).isEqualTo(200);
        var found = json(police.client()
                .get("/v1/partners/" + police.oin() + "/keys", police.client().token("spil.cases")));
        assertThat(found.path("jwks").stringValue()).isEqualTo(keys);
        assertThat(found.path("sequence").asLong()).isEqualTo(1);
        var leaf = receiptIn(found).verify(logKey()).leaf();
        assertThat(leaf.header().from()).isEqualTo(police.oin());
        assertThat(leaf.header().release()).isEqualTo(Sha256.of(keys.getBytes(ISO_8859_1)));
    }

    @Test
    void another_partner_under_the_same_number_is_a_conflict() throws Exception {
        broker.join("00000099000000000202", "POLICE");

        problem(broker.register(broker.member("00000099000000000202", "PROBATION")), 409, "conflict");
    }

    @Test
    void keys_are_changed_by_their_owner_with_a_newer_set_only() throws Exception {
        var safeHome = broker.join("00000099000000000203", "SAFE_HOME");
        var probation = broker.join("00000099000000000204", "PROBATION");
        var rotated = safeHome.rotated();

        var same = safeHome.publish(safeHome.keySet(1));
        var newer = rotated.publish(rotated.keySet(2));
        var older = safeHome.publish(safeHome.keySet(2));
        var others = probation.publish(safeHome.keySet(3));
        var forOthers = probation
                .client()
                .call(
                        "PUT",
                        "/v1/partners/" + safeHome.oin() + "/keys",
                        probation.client().token("spil.partners"),
                        Map.of("Content-Type", "application/jwk-set+jwt"),
                        safeHome.keySet(4).getBytes(ISO_8859_1));

        assertThat(same.statusCode()).isIn(200, 400);
        assertThat(newer.statusCode()).isEqualTo(200);
        problem(older, 400, "malformed-request");
        problem(others, 400, "malformed-request");
        problem(forOthers, 403, "forbidden");
    }

    @Test
    void a_key_set_under_another_root_is_refused() throws Exception {
        var police = broker.join("00000099000000000205", "POLICE");
        var elsewhere = TestBroker.Member.of(
                broker.address(),
                police.oin(),
                "POLICE",
                nl.spil.protocol.seal.CertificateAuthority.create("Elsewhere", Instant.now(), Duration.ofDays(9)));

        problem(police.publish(elsewhere.keySet(2)), 400, "malformed-request");
    }

    @Test
    void a_revoked_key_counts_no_more_and_does_not_come_back() throws Exception {
        var police = broker.join("00000099000000000206", "POLICE");
        var other = broker.join("00000099000000000207", "POLICE");
        var path = "/v1/partners/" + police.oin() + "/keys/" + police.signing().id();

        var byOther = other.client().call("DELETE", path, other.client().token("spil.partners"), Map.of(), new byte[0]);
        var own = police.client().call("DELETE", path, police.client().token("spil.partners"), Map.of(), new byte[0]);
        var again = police.publish(police.keySet(2));

        problem(byOther, 403, "forbidden");
        assertThat(own.statusCode()).isEqualTo(200);
        receiptIn(own).verify(logKey());
        problem(again, 400, "malformed-request");
        var found = json(other.client()
                .get("/v1/partners/" + police.oin() + "/keys", other.client().token("spil.log")));
        assertThat(found.path("revoked").valueStream().map(JsonNode::stringValue))
                .containsExactly(police.signing().id().value());
        var directory = broker.context().getBean(nl.spil.partner.PartnerDirectory.class);
        assertThat(directory.signingKeys(new Oin("00000099000000000206"))).isEmpty();
    }

    @Test
    void replaced_credentials_let_nobody_in_any_more_and_the_new_ones_do() throws Exception {
        var probation = broker.join("00000099000000000210", "PROBATION");
        var before = probation.client().token("spil.log");
        var fresh = SigningKey.generateEs256();
        var path = "/v1/partners/" + probation.oin();

        var replaced = broker.replaceCredentials(probation, fresh);
        var again = broker.replaceCredentials(probation, fresh);

        assertThat(replaced.statusCode()).as(replaced.body()).isEqualTo(200);
        receiptIn(replaced).verify(logKey());
        assertThat(receiptIn(again).index()).isEqualTo(receiptIn(replaced).index());
        problem(probation.client().get(path, before), 401, "unauthenticated");
        var renewed = TestClient.of(broker.address(), probation.oin(), fresh);
        assertThat(renewed.get(path, renewed.token("spil.log")).statusCode()).isEqualTo(200);
    }

    @Test
    void credentials_are_replaced_by_the_operator_only_and_never_by_revoked_or_no_ones() throws Exception {
        var police = broker.join("00000099000000000211", "POLICE");
        var path = "/v1/partners/" + police.oin();
        var operator = broker.operator();
        var revoked = SigningKey.generateEs256();
        broker.replaceCredentials(police, revoked);
        operator.call("DELETE", path + "/keys/" + revoked.id(), operator.token("spil.operate"), Map.of(), new byte[0]);

        var comesBack = broker.replaceCredentials(police, revoked);
        var nothing = operator.call(
                "PATCH",
                path + "/credentials",
                operator.token("spil.operate"),
                Map.of("Content-Type", "application/merge-patch+json"),
                "{}".getBytes(ISO_8859_1));
        broker.replaceCredentials(police, police.clientKey());
        var byItself = police.client()
                .call(
                        "PATCH",
                        path + "/credentials",
                        police.client().token("spil.partners"),
                        Map.of("Content-Type", "application/merge-patch+json"),
                        "{}".getBytes(ISO_8859_1));

        problem(comesBack, 400, "malformed-request");
        problem(nothing, 400, "malformed-request");
        problem(byItself, 403, "forbidden");
    }

    @Test
    void the_database_away_is_said_within_a_second_and_it_comes_back_by_itself() throws Exception {
        var member = broker.join("00000099000000000208", "POLICE");
        var token = broker.operator().token("spil.operate");
        var late = broker.member("00000099000000000209", "POLICE");
        var postgres = broker.context().getBean(EmbeddedPostgres.class);

        ProcessHandle.of(postgres.pid()).orElseThrow().destroyForcibly();
        var began = Instant.now();
        var refused = broker.operator().call("POST", "/v1/partners", token, TestBroker.json(), late.registration());
        var took = Duration.between(began, Instant.now());

        if (refused.statusCode() != 201) {
            problem(refused, 503, "unavailable");
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            assertThat(took).isLessThan(Duration.ofSeconds(3));
        }
        awaitReady();
        // A connection that outlived the database for a moment may have called it ready.
        var deadline = Instant.now().plusSeconds(60);
        var registered = broker.register(late);
        while (registered.statusCode() == 503 && Instant.now().isBefore(deadline)) {
            Thread.sleep(200);
            registered = broker.register(late);
        }
        assertThat(registered.statusCode()).as(registered.body()).isEqualTo(201);
        assertThat(member.publish(member.rotated().keySet(2)).statusCode()).isEqualTo(200);
    }

    private void awaitReady() throws Exception {
        var deadline = Instant.now().plusSeconds(60);
        while (get("/actuator/health/readiness").statusCode() != 200
                && Instant.now().isBefore(deadline)) {
            Thread.sleep(200);
        }
        assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(200);
    }

    private LogKey logKey() throws IOException {
        return LogKey.parse(Files.readString(data.resolve("log.vkey")));
    }

    private long entries() throws Exception {
        return Long.parseLong(
                get("/v1/log/checkpoint").body().lines().skip(1).findFirst().orElseThrow());
    }

    private static Receipt receiptIn(HttpResponse<String> answer) {
        return receiptIn(json(answer));
    }

    private static Receipt receiptIn(JsonNode answer) {
        var receipt = answer.path("receipt");
        return new Receipt(
                receipt.path("index").asLong(),
                receipt.path("leaf").stringValue(),
                receipt.path("proof").stringValue());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(broker.address().resolve(path)).build(), BodyHandlers.ofString());
    }

    private String raw(String request) throws IOException {
        try (var socket =
                new Socket(InetAddress.getLoopbackAddress(), broker.address().getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    private static void problem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(json(answer).path("type").stringValue()).isEqualTo("urn:spil:problem:" + code);
        assertThat(json(answer).path("status").asInt()).isEqualTo(status);
    }
}
