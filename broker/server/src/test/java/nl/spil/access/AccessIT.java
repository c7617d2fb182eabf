package nl.spil.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.spil.protocol.Actor;
import nl.spil.protocol.ActorRole;
import nl.spil.protocol.EmployeeId;
import nl.spil.protocol.Oin;
import nl.spil.protocol.Sha256;
import nl.spil.protocol.seal.ActorToken;
import nl.spil.protocol.seal.SigningKey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessIT {
    private static final Oin POLICE = new Oin("00000099000000000101");
    private static final Oin OPERATOR = new Oin("00000099000000000001");
    private static final Oin STRANGER = new Oin("00000099000000000999");

    private final SigningKey clientKey = SigningKey.generateEs256();
    private final SigningKey signingKey = SigningKey.generateEs256();
    private Doors doors;
    private TestClient police;

    @BeforeAll
    void open(@TempDir Path data) {
        doors = Doors.open(data, Map.of());
        police = TestClient.of(doors.settings().address(), POLICE, clientKey);
    }

    @AfterAll
    void close() {
        doors.close();
    }

    @BeforeEach
    void letIn() {
        doors.directory().add(POLICE, "POLICE", clientKey.verification(), signingKey.verification());
        doors.directory().add(OPERATOR, "BROKER", clientKey.verification(), signingKey.verification());
        doors.attempts().clear();
    }

    @Test
    void a_partner_with_a_bound_token_enters() throws Exception {
        var token = police.token("spil.cases");

        var answer = police.get("/v1/cases", token);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(TestClient.json(answer).path("caller").stringValue()).isEqualTo(POLICE.value());
    }

    @Test
    void a_token_lives_ten_minutes_and_says_whose_key_it_is_bound_to() throws Exception {
        var proof = police.proof("POST", "/oauth2/token").signedBy(police.proofKey());

        var answer =
                TestClient.json(police.askToken("spil.cases", police.assertion().signedBy(clientKey), proof));

        assertThat(answer.path("token_type").stringValue()).isEqualTo("DPoP");
        assertThat(answer.path("expires_in").asInt()).isBetween(590, 600);
        var claims =
                CompactToken.parse(answer.path("access_token").stringValue()).orElseThrow();
        assertThat(claims.headerMember("typ")).isEqualTo("at+jwt");
        assertThat(claims.headerMember("alg")).isEqualTo("ES256");
        assertThat(claims.claims().path("cnf").path("jkt").stringValue())
                .isEqualTo(police.proofKey().id().value());
    }

    @Test
    void without_a_token_nobody_enters() throws Exception {
        refused(police.raw("GET", "/v1/cases"));
    }

    @Test
    void a_proof_is_good_for_one_request() throws Exception {
        var token = police.token("spil.cases");
        var proof = police.proofFor("GET", "/v1/cases", token);

        var first = police.raw("GET", "/v1/cases", "Authorization", "DPoP " + token, "DPoP", proof);
        var second = police.raw("GET", "/v1/cases", "Authorization", "DPoP " + token, "DPoP", proof);

        assertThat(first.statusCode()).isEqualTo(200);
        refused(second);
    }

    @Test
    void a_busy_client_is_not_taken_for_a_replaying_one() throws Exception {
        var token = police.token("spil.cases");

        for (var i = 0; i < 1_100; i++) {
            assertThat(police.get("/v1/cases", token).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void a_stolen_token_is_worth_nothing_with_another_key() throws Exception {
        var token = police.token("spil.cases");
        var thief = police.withProofKey(SigningKey.generateEs256());

        refused(thief.get("/v1/cases", token));
    }

    @Test
    void a_bound_token_is_no_bearer_token() throws Exception {
        var token = police.token("spil.cases");

        refused(police.raw("GET", "/v1/cases", "Authorization", "Bearer " + token));
        refused(police.raw(
                "GET",
                "/v1/cases",
                "Authorization",
                "Bearer " + token,
                "DPoP",
                police.proofFor("GET", "/v1/cases", token)));
    }

    @Test
    void a_proof_of_another_request_is_refused() throws Exception {
        var token = police.token("spil.cases");
        var other = police.proofFor("GET", "/v1/disclosures", token);
        var method = police.proofFor("POST", "/v1/cases", token);
        var tokenless = police.proof("GET", "/v1/cases").signedBy(police.proofKey());
        var old = police.proof("GET", "/v1/cases")
                .claim("ath", TestClient.digest(token))
                .claim("iat", Instant.now().getEpochSecond() - 120)
                .signedBy(police.proofKey());

        for (var proof : List.of(other, method, tokenless, old, "x.y.z", "")) {
            refused(police.raw("GET", "/v1/cases", "Authorization", "DPoP " + token, "DPoP", proof));
        }
    }

    @Test
    void a_token_that_is_bound_to_nobody_is_refused() throws Exception {
        var unbound = ownToken().without("cnf").signedBy(tokenKey());

        refused(police.raw("GET", "/v1/cases", "Authorization", "Bearer " + unbound));
        refused(police.get("/v1/cases", unbound));
    }

    @Test
    void an_expired_token_is_refused_also_when_its_signature_is_remembered() throws Exception {
        var soon = ownToken().claim("exp", Instant.now().getEpochSecond() + 30).signedBy(tokenKey());
        assertThat(police.get("/v1/cases", soon).statusCode()).isEqualTo(200);

        doors.ahead().set(Duration.ofSeconds(31));
        try {
            refused(police.get("/v1/cases", soon));
        } finally {
            doors.ahead().set(Duration.ZERO);
        }
    }

    @Test
    void a_token_of_tomorrow_is_refused_today() throws Exception {
        var later = ownToken().claim("nbf", Instant.now().getEpochSecond() + 60).signedBy(tokenKey());

        refused(police.get("/v1/cases", later));
    }

    @Test
    void a_token_whose_claims_are_of_another_kind_is_refused_and_nothing_breaks() throws Exception {
        for (var wrong : List.of(
                ownToken().claim("cnf", "me").signedBy(tokenKey()),
                ownToken().claim("cnf", Map.of()).signedBy(tokenKey()),
                ownToken().claim("cnf", Map.of("jkt", List.of("a"))).signedBy(tokenKey()),
                ownToken().claim("exp", "soon").signedBy(tokenKey()),
                ownToken().claim("aud", Map.of("a", "b")).signedBy(tokenKey()),
                ownToken().claim("client_id", List.of(POLICE.value())).signedBy(tokenKey()),
                ownToken().without("client_id").signedBy(tokenKey()),
                ownToken().claim("client_id", STRANGER.value()).signedBy(tokenKey()))) {
            refused(police.get("/v1/cases", wrong));
        }
    }

    @Test
    void a_token_does_not_outlive_the_client_key_it_was_asked_with() throws Exception {
        var token = police.token("spil.cases");
        assertThat(police.get("/v1/cases", token).statusCode()).isEqualTo(200);

        doors.directory().add(POLICE, "POLICE", SigningKey.generateEs256().verification(), signingKey.verification());

        refused(police.get("/v1/cases", token));
        assertThat(police.askToken("spil.cases", police.assertion().signedBy(clientKey), tokenProof(police))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void a_proof_that_another_site_was_given_is_worth_nothing_here() throws Exception {
        var token = police.token("spil.cases");
        var elsewhere = police.proof("GET", "/v1/cases")
                .claim("htu", "https://elsewhere.example/v1/cases")
                .claim("ath", TestClient.digest(token))
                .signedBy(police.proofKey());

        var answer = wire(
                "GET /v1/cases HTTP/1.1",
                "Host: elsewhere.example",
                "Authorization: DPoP " + token,
                "DPoP: " + elsewhere);

        assertThat(answer).startsWith("HTTP/1.1 401");
    }

    @Test
    void whoever_calls_this_machine_by_another_of_its_names_is_understood() throws Exception {
        var token = police.token("spil.cases");
        var port = doors.settings().address().getPort();
        var proof = police.proof("GET", "/v1/cases")
                .claim("htu", "http://localhost:" + port + "/v1/cases")
                .claim("ath", TestClient.digest(token))
                .signedBy(police.proofKey());

        var answer = wire(
                "GET /v1/cases HTTP/1.1", "Host: localhost:" + port, "Authorization: DPoP " + token, "DPoP: " + proof);

        assertThat(answer).startsWith("HTTP/1.1 200");
    }

    @Test
    void a_proof_with_a_weak_or_a_secret_key_is_refused() throws Exception {
        var token = police.token("spil.cases");
        var secret = Map.of("kty", "oct", "k", "c2VjcmV0");
        var withPrivate = new HashMap<String, Object>(Map.of("d", "AAAA"));
        police.proofKey()
                .verification()
                .toJwk()
                .properties()
                .forEach(member ->
                        withPrivate.put(member.getKey(), member.getValue().stringValue()));

        for (var proof : List.of(
                proofOf(token).header("jwk", secret).header("alg", "HS256").signedBy(police.proofKey()),
                proofOf(token).header("jwk", withPrivate).signedBy(police.proofKey()),
                proofOf(token).header("alg", "none").signedBy(police.proofKey()),
                proofOf(token).header("typ", "JWT").signedBy(police.proofKey()),
                proofOf(token).header("crit", List.of("b64")).signedBy(police.proofKey()),
                proofOf(token).without("jti").signedBy(police.proofKey()),
                proofOf(token).without("iat").signedBy(police.proofKey()),
                proofOf(token)
                        .claim("iat", Instant.now().getEpochSecond() + 300)
                        .signedBy(police.proofKey()),
                proofOf(token).claim("htu", "/v1/cases").signedBy(police.proofKey()))) {
            refused(police.raw("GET", "/v1/cases", "Authorization", "DPoP " + token, "DPoP", proof));
        }
    }

    @Test
    void two_tokens_or_two_proofs_in_one_request_are_refused() throws Exception {
        var token = police.token("spil.cases");

        for (var headers : List.of(
                List.of("Authorization: DPoP " + token, "Authorization: DPoP " + token, "DPoP: " + proofed(token)),
                List.of("Authorization: DPoP " + token, "Authorization: Bearer " + token, "DPoP: " + proofed(token)),
                List.of("Authorization: DPoP " + token, "DPoP: " + proofed(token), "DPoP: " + proofed(token)))) {
            var lines = new ArrayList<String>(List.of("GET /v1/cases HTTP/1.1", host()));
            lines.addAll(headers);
            assertThat(wire(lines.toArray(String[]::new))).startsWith("HTTP/1.1 401");
        }
    }

    @Test
    void a_token_in_the_address_or_in_a_form_is_not_looked_at() throws Exception {
        var token = police.token("spil.cases");

        refused(police.raw("GET", "/v1/cases?access_token=" + token));
        refused(police.raw(
                "POST", "/v1/decisions", "Content-Type", "application/x-www-form-urlencoded", "X-Token", token));
    }

    @Test
    void nothing_is_remembered_of_a_browser_so_that_no_other_site_can_use_it() throws Exception {
        var token = police.token("spil.cases");

        for (var answer : List.of(
                police.get("/v1/cases", token),
                police.raw("GET", "/v1/cases"),
                police.raw("GET", "/v1/cases", "Cookie", "JSESSIONID=abc"),
                police.raw("GET", "/nowhere", "Origin", "https://elsewhere.example"))) {
            assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
            assertThat(answer.headers().firstValue("Access-Control-Allow-Origin"))
                    .isEmpty();
        }
    }

    @Test
    void the_body_of_a_stranger_is_not_waited_for() throws Exception {
        var answer = wire(
                "POST /v1/decisions HTTP/1.1", host(), "Content-Type: application/json", "Content-Length: 4000000");

        assertThat(answer).startsWith("HTTP/1.1 401");
    }

    @Test
    void a_form_for_a_token_is_no_way_to_fill_the_memory() throws Exception {
        var answer = police.askToken("x".repeat(100_000), police.assertion().signedBy(clientKey), tokenProof(police));

        assertThat(answer.statusCode()).isBetween(400, 413);
        assertThat(answer.body()).doesNotContain("xxxx", "access_token");
    }

    @Test
    void the_issuer_describes_what_it_really_offers() throws Exception {
        var description = TestClient.json(police.raw("GET", "/.well-known/oauth-authorization-server"));

        assertThat(description.propertyNames())
                .containsExactlyInAnyOrder(
                        "issuer",
                        "token_endpoint",
                        "jwks_uri",
                        "grant_types_supported",
                        "response_types_supported",
                        "token_endpoint_auth_methods_supported",
                        "token_endpoint_auth_signing_alg_values_supported",
                        "dpop_signing_alg_values_supported",
                        "tls_client_certificate_bound_access_tokens",
                        "scopes_supported");
        assertThat(description.path("token_endpoint").stringValue())
                .isEqualTo(doors.settings().address() + "/oauth2/token");
    }

    @Test
    void a_token_of_another_issuer_audience_key_or_kind_is_refused() throws Exception {
        var issuer = ownToken().claim("iss", "https://elsewhere.example").signedBy(tokenKey());
        var audience = ownToken().claim("aud", "https://elsewhere.example").signedBy(tokenKey());
        var key = ownToken().signedBy(SigningKey.generateEs256());
        var kind = ownToken().header("typ", "JWT").signedBy(tokenKey());
        var none = ownToken().header("alg", "none").signedBy(tokenKey());
        var endless = ownToken().without("exp").signedBy(tokenKey());

        for (var token : List.of(issuer, audience, key, kind, none, endless)) {
            refused(police.get("/v1/cases", token));
        }
    }

    @Test
    void the_token_of_a_partner_that_left_is_refused_at_once() throws Exception {
        var token = police.token("spil.cases");
        assertThat(police.get("/v1/cases", token).statusCode()).isEqualTo(200);

        doors.directory().remove(POLICE);

        refused(police.get("/v1/cases", token));
    }

    @Test
    void a_token_for_something_else_is_forbidden_and_the_attempt_is_told() throws Exception {
        var token = police.token("spil.disclosures");

        var answer = police.get("/v1/cases", token);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(TestClient.json(answer).path("type").stringValue()).isEqualTo("urn:spil:problem:forbidden");
        assertThat(doors.attempts()).containsExactly(POLICE + " forbidden");
    }

    @Test
    void a_partner_gets_no_operators_token_and_the_operator_no_partners() throws Exception {
        var operator = TestClient.of(doors.settings().address(), OPERATOR, clientKey);

        var one = police.askToken("spil.operate", police.assertion().signedBy(clientKey), tokenProof(police));
        var other = operator.askToken("spil.cases", operator.assertion().signedBy(clientKey), tokenProof(operator));

        assertThat(one.statusCode()).isEqualTo(400);
        assertThat(TestClient.json(one).path("error").stringValue()).isEqualTo("invalid_scope");
        assertThat(other.statusCode()).isEqualTo(400);
    }

    @Test
    void a_token_is_not_given_without_a_key_to_bind_it_to() throws Exception {
        var answer = police.askToken("spil.cases", police.assertion().signedBy(clientKey), "");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).doesNotContain("access_token");
    }

    @Test
    void an_assertion_is_good_for_one_token() throws Exception {
        var assertion = police.assertion().signedBy(clientKey);

        var first = police.askToken("spil.cases", assertion, tokenProof(police));
        var second = police.askToken("spil.cases", assertion, tokenProof(police));

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(second.statusCode()).isEqualTo(401);
    }

    @Test
    void an_assertion_that_is_not_right_gives_no_token() throws Exception {
        var now = Instant.now().getEpochSecond();
        var wrong = List.of(
                police.assertion().signedBy(SigningKey.generateEs256()),
                police.assertion().claim("aud", "https://elsewhere.example").signedBy(clientKey),
                police.assertion().claim("iss", STRANGER.value()).signedBy(clientKey),
                police.assertion().claim("sub", STRANGER.value()).signedBy(clientKey),
                police.assertion().claim("exp", now - 1).signedBy(clientKey),
                police.assertion().claim("exp", now + 3_600).signedBy(clientKey),
                police.assertion().claim("iat", now - 3_600).signedBy(clientKey),
                police.assertion().without("jti").signedBy(clientKey),
                police.assertion().without("exp").signedBy(clientKey),
                police.assertion().header("alg", "none").signedBy(clientKey),
                "not.a.token");

        for (var assertion : wrong) {
            var answer = police.askToken("spil.cases", assertion, tokenProof(police));
            assertThat(answer.statusCode()).as(assertion).isIn(400, 401);
            assertThat(answer.body()).doesNotContain("access_token");
        }
    }

    @Test
    void a_stranger_gets_no_token() throws Exception {
        var stranger = TestClient.of(doors.settings().address(), STRANGER, clientKey);

        var answer = stranger.askToken("spil.cases", stranger.assertion().signedBy(clientKey), tokenProof(stranger));

        assertThat(answer.statusCode()).isEqualTo(401);
    }

    @Test
    void a_call_for_a_professional_bears_the_partners_word_for_this_request() throws Exception {
        var body = "{}".getBytes(UTF_8);

        var answer = decide(actorToken("POST", "/v1/decisions", body).sign(signingKey), body);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(TestClient.json(answer).path("employee").stringValue()).isEqualTo("m-1042");
    }

    @Test
    void the_partners_word_is_good_for_one_request() throws Exception {
        var body = "{}".getBytes(UTF_8);
        var word = actorToken("POST", "/v1/decisions", body).sign(signingKey);

        var first = decide(word, body);
        var second = decide(word, body);

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(second.statusCode()).isEqualTo(401);
        assertThat(second.body()).contains("urn:spil:problem:actor-refused").contains("replayed");
    }

    @Test
    void a_word_for_another_request_or_by_another_key_is_refused() throws Exception {
        var body = "{}".getBytes(UTF_8);
        var wrong = List.of(
                actorToken("POST", "/v1/decisions", body).sign(SigningKey.generateEs256()),
                actorToken("POST", "/v1/consents", body).sign(signingKey),
                actorToken("PUT", "/v1/decisions", body).sign(signingKey),
                actorToken("POST", "/v1/decisions", "{ }".getBytes(UTF_8)).sign(signingKey),
                "nonsense");

        for (var word : wrong) {
            var answer = decide(word, body);
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.body()).contains("urn:spil:problem:actor-refused");
        }
    }

    @Test
    void a_call_for_nobody_is_not_made() throws Exception {
        var token = police.token("spil.decisions");

        var answer = police.call(
                "POST", "/v1/decisions", token, Map.of("Content-Type", "application/json"), "{}".getBytes(UTF_8));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("urn:spil:problem:actor-missing");
    }

    @Test
    void more_than_the_largest_envelope_is_not_read() throws Exception {
        var token = police.token("spil.decisions");

        var answer = police.call(
                "POST",
                "/v1/decisions",
                token,
                Map.of("Content-Type", "application/json"),
                new byte[BodyLimit.MOST + 1]);

        assertThat(answer.statusCode()).isEqualTo(413);
    }

    @Test
    void a_refusal_speaks_dutch_unless_asked_for_english() throws Exception {
        var dutch = police.raw("GET", "/v1/cases");
        var english = police.raw("GET", "/v1/cases", "Accept-Language", "en-GB, nl;q=0.5");

        assertThat(TestClient.json(dutch).path("title").stringValue()).isEqualTo("Niet aangemeld");
        assertThat(TestClient.json(english).path("title").stringValue()).isEqualTo("Not authenticated");
    }

    @Test
    void no_other_page_of_the_token_issuer_is_open() throws Exception {
        for (var path : List.of(
                "/oauth2/authorize",
                "/oauth2/introspect",
                "/oauth2/revoke",
                "/oauth2/device_authorization",
                "/oauth2/par",
                "/userinfo",
                "/connect/register",
                "/login")) {
            assertThat(police.raw("GET", path).statusCode()).as(path).isIn(401, 404);
            assertThat(police.raw("POST", path).statusCode()).as(path).isIn(401, 404);
        }
        assertThat(police.raw("GET", "/.well-known/oauth-authorization-server").statusCode())
                .isEqualTo(200);
        assertThat(police.raw("GET", "/oauth2/jwks").body())
                .contains("\"kty\":\"EC\"")
                .doesNotContain("\"d\"");
    }

    private HttpResponse<String> decide(String word, byte[] body) throws Exception {
        var headers = Map.of("Content-Type", "application/json", ActorToken.HEADER, word);
        return police.call("POST", "/v1/decisions", police.token("spil.decisions"), headers, body);
    }

    private ActorToken actorToken(String method, String path, byte[] body) {
        var now = Instant.ofEpochSecond(Instant.now().getEpochSecond());
        var actor = new Actor(
                new EmployeeId("m-1042"),
                new ActorRole("PARTICIPANT_PROFESSIONAL"),
                true,
                now.plusSeconds(9_999),
                false);
        return new ActorToken(
                POLICE,
                doors.settings().issuer().toString(),
                UUID.randomUUID(),
                now,
                now.plusSeconds(60),
                method,
                path,
                Optional.of(Sha256.of(body)),
                actor);
    }

    private String host() {
        return "Host: " + doors.settings().address().getAuthority();
    }

    private SignedText proofOf(String token) {
        return police.proof("GET", "/v1/cases").claim("ath", TestClient.digest(token));
    }

    private String proofed(String token) {
        return proofOf(token).signedBy(police.proofKey());
    }

    /** A request that no client library would make; answers with the head of what comes back. */
    private String wire(String... lines) throws IOException {
        var address = doors.settings().address();
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), address.getPort())) {
            socket.setSoTimeout(10_000);
            var request = String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(UTF_8));
            socket.getOutputStream().flush();
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8)).readLine();
        }
    }

    private static String tokenProof(TestClient client) {
        return client.proof("POST", "/oauth2/token").signedBy(client.proofKey());
    }

    private SigningKey tokenKey() {
        return doors.context()
                .getBean(AuthorizationServerConfiguration.TokenKey.class)
                .key();
    }

    private SignedText ownToken() {
        var now = Instant.now().getEpochSecond();
        var address = doors.settings().address().toString();
        return new SignedText()
                .header("typ", "at+jwt")
                .claim("iss", address)
                .claim("aud", address)
                .claim("client_id", POLICE.value())
                .claim("sub", POLICE.value())
                .claim("scope", "spil.cases")
                .claim("iat", now)
                .claim("exp", now + 300)
                .claim("jti", UUID.randomUUID().toString())
                .claim("cnf", Map.of("jkt", police.proofKey().id().value()));
    }

    private static void refused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(value -> assertThat(value).startsWith("DPoP"));
        assertThat(TestClient.json(answer).path("type").stringValue()).isEqualTo("urn:spil:problem:unauthenticated");
    }
}
