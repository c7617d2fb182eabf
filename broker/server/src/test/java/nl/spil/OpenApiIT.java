package nl.spil;

import static java.nio.charset.StandardCharsets.UTF_8;
import static nl.spil.access.TestClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.spil.openapi.Described;
import nl.spil.protocol.CaseId;
import nl.spil.protocol.Pseudonym;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The description of the interface is the interface: nothing more, nothing less, and answers as described. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenApiIT {
    private static final String CASES = "spil.cases";
    private static final String CONSENTS = "spil.consents";
    private static final String DECISIONS = "spil.decisions";

    private final HttpClient http = HttpClient.newHttpClient();
    private TestBroker broker;
    private TestBroker.Member member;
    private PartnerSystem municipality;
    private Described described;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        broker = TestBroker.start(folder);
        member = broker.join("00000099000000000601", "POLICE");
        municipality = PartnerSystem.joined(broker, "00000099000000000602", "MUNICIPAL_EXECUTIVE", "PUBLIC");
        described = new Described(anonymous("GET", "/v1/openapi.json").body());
    }

    @AfterAll
    void stop() {
        broker.close();
    }

    @Test
    void anyone_may_read_it_from_any_page_and_keep_it_for_a_while() throws Exception {
        var answer = anonymous("GET", "/v1/openapi.json");

        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("max-age=3600, public");
        assertThat(described.document().path("openapi").stringValue()).startsWith("3.0.");
        assertThat(described.document().path("servers").path(0).path("url").stringValue())
                .isEqualTo(broker.address() + "/v1");
        assertThat(answer.headers().firstValue("API-Version"))
                .hasValue(described.document().path("info").path("version").stringValue());
        described.check("GET /v1/openapi.json", answer);
    }

    @Test
    void the_newer_version_is_there_for_who_asks_for_it() throws Exception {
        var answer = http.send(
                HttpRequest.newBuilder(broker.address().resolve("/v1/openapi.json"))
                        .header("Accept", "application/openapi+json;version=3.1")
                        .build(),
                BodyHandlers.ofString());

        assertThat(json(answer).path("openapi").stringValue()).startsWith("3.1.");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/openapi+json;version=3.1");
    }

    @Test
    void every_address_of_the_broker_is_described_and_nothing_else_is() {
        var there = broker
                .context()
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .stream()
                .flatMap(mapping -> mapping.getPatternValues().stream()
                        .flatMap(pattern -> mapping.getMethodsCondition().getMethods().stream()
                                .map(method -> method + " " + plain(pattern))))
                .collect(Collectors.toCollection(TreeSet::new));
        there.add("GET /actuator/health/readiness");

        assertThat(described.operations()).containsExactlyElementsOf(there);
    }

    @Test
    void what_is_said_to_be_open_is_open_and_nothing_else_is() throws Exception {
        for (var operation : described.operations()) {
            var method = operation.substring(0, operation.indexOf(' '));
            var path = operation.substring(method.length() + 1).replaceAll("\\{[a-z]+}", "0");

            var answer = anonymous(method, path);

            if (described.isOpen(operation)) {
                assertThat(answer.statusCode()).as(operation).isNotEqualTo(401);
            } else {
                assertThat(answer.statusCode()).as(operation).isEqualTo(401);
                described.check(operation, answer);
            }
        }
    }

    @Test
    void open_addresses_answer_as_described() throws Exception {
        for (var path : List.of("/v1/keys", "/v1/log/checkpoint", "/v1/log/key", "/actuator/health/readiness")) {
            var answer = anonymous("GET", path);

            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            described.check("GET " + path, answer);
        }
        for (var path : List.of("/.well-known/authzen-configuration", "/.well-known/oauth-authorization-server")) {
            described.check("GET " + path, anonymous("GET", path));
        }
        var size = anonymous("GET", "/v1/log/checkpoint")
                .body()
                .lines()
                .skip(1)
                .findFirst()
                .orElseThrow();
        described.check("GET /v1/log/tile/{level}/{path}", anonymous("GET", "/v1/log/tile/0/000.p/" + size));
    }

    @Test
    void the_directory_answers_as_described() throws Exception {
        var operator = broker.operator();
        var token = operator.token("spil.operate");
        var late = broker.member("00000099000000000603", "PROBATION");
        var path = "/v1/partners/" + member.oin();
        var client = member.client();
        var any = client.token("spil.log");
        var rotated = member.rotated();

        ok(
                "POST /v1/partners",
                operator.call("POST", "/v1/partners", token, TestBroker.json(), late.registration()),
                201);
        described.check(
                "POST /v1/partners",
                operator.call("POST", "/v1/partners", token, TestBroker.json(), "{}".getBytes(UTF_8)));
        ok("GET /v1/partners", client.get("/v1/partners?limit=1", any), 200);
        described.check("GET /v1/partners", client.get("/v1/partners?limit=0", any));
        ok("GET /v1/partners/{oin}", client.get(path, any), 200);
        described.check("GET /v1/partners/{oin}", client.get("/v1/partners/nobody", any));
        ok("GET /v1/partners/{oin}/keys", client.get(path + "/keys", any), 200);
        ok("PATCH /v1/partners/{oin}/credentials", broker.replaceCredentials(member, member.clientKey()), 200);
        ok("PUT /v1/partners/{oin}/keys", member.publish(rotated.keySet(2)), 200);
        var key = path + "/keys/" + rotated.signing().id();
        ok(
                "DELETE /v1/partners/{oin}/keys/{kid}",
                client.call("DELETE", key, client.token("spil.partners"), Map.of(), new byte[0]),
                200);
    }

    @Test
    void cases_consents_and_decisions_answer_as_described() throws Exception {
        var id = CaseId.random();
        var subject = Pseudonym.random();
        var consent = UUID.randomUUID();
        var clinic = PartnerSystem.joined(broker, "00000099000000000604", "MENTAL_HEALTH_CARE", "PRIVATE");

        ok(
                "POST /v1/cases",
                municipality
                        .post("/v1/cases", CASES, """
                {"id":"%s","purpose":"case-consultation","goal":"Hulp afstemmen","type":"COMPLEX",
                 "subjects":[{"pseudonym":"%s","ageBand":"ADULT","role":"DATA_SUBJECT"}]}""".formatted(id, subject))
                        .http(),
                201);
        var path = "/v1/cases/" + id;
        ok("GET /v1/cases", municipality.get("/v1/cases?limit=1", CASES).http(), 200);
        ok("GET /v1/cases/{id}", municipality.get(path, CASES).http(), 200);
        var participant = path + "/participants/";
        ok(
                "PUT /v1/cases/{id}/participants/{oin}",
                municipality.put(participant + clinic.oin(), CASES, "{}").http(),
                200);
        ok(
                "POST /v1/cases/{id}/{step}",
                municipality.post(path + "/triage", CASES, "{}").http(),
                200);
        ok(
                "POST /v1/cases/{id}/{step}",
                municipality.post(path + "/execution", CASES, "{}").http(),
                409);
        ok(
                "POST /v1/cases/{id}/{step}",
                clinic.post(path + "/assessment", CASES, "{}").http(),
                403);
        ok(
                "POST /v1/consents",
                clinic.post("/v1/consents", CONSENTS, """
                {"id":"%s","case":"%s","subject":"%s","recipients":["%s"],"categories":["HEALTH"],
                 "kind":"SECRECY_RELEASE","explicit":true,"givenBy":"SELF","givenAt":%d,"method":"gesprek"}""".formatted(
                                        consent,
                                        id,
                                        subject,
                                        municipality.oin(),
                                        Instant.now().minusSeconds(60).getEpochSecond()))
                        .http(),
                201);
        ok(
                "GET /v1/consents/{id}",
                clinic.get("/v1/consents/" + consent, CONSENTS).http(),
                200);
        ok(
                "GET /v1/cases/{id}/consents",
                clinic.get(path + "/consents", CONSENTS).http(),
                200);
        ok(
                "POST /v1/decisions",
                clinic.post("/v1/decisions", DECISIONS, """
                {"case":"%s","purpose":"case-consultation","recipients":["%s"],"secrecyBases":["consent"],
                 "items":[{"category":"HEALTH","answerType":"SUMMARY","subject":"%s"}]}""".formatted(id, municipality.oin(), subject))
                        .http(),
                200);
        ok(
                "POST /v1/consents/{id}/withdrawal",
                clinic.post("/v1/consents/" + consent + "/withdrawal", CONSENTS, "{}")
                        .http(),
                200);
        ok(
                "POST /access/v1/evaluation",
                clinic.post("/access/v1/evaluation", DECISIONS, """
                {"subject":{"type":"partner","id":"%s"},
                 "action":{"name":"disclose","properties":{"purpose":"case-consultation"}},
                 "resource":{"type":"item","id":"one","properties":{"case":"%s","category":"HEALTH",
                   "answerType":"SUMMARY","subject":"%s"}}}""".formatted(municipality.oin(), id, subject))
                        .http(),
                200);
        ok(
                "POST /access/v1/evaluation",
                clinic.post("/access/v1/evaluation", DECISIONS, "{}").http(),
                400);
        ok(
                "POST /access/v1/evaluations",
                clinic.post("/access/v1/evaluations", DECISIONS, "{\"evaluations\":[{}]}")
                        .http(),
                200);
        ok(
                "DELETE /v1/cases/{id}/participants/{oin}",
                municipality.delete(participant + clinic.oin(), CASES).http(),
                200);
        ok(
                "POST /v1/cases/{id}/exchanges",
                municipality
                        .call(
                                "POST",
                                path + "/exchanges",
                                "spil.exchanges",
                                "{}",
                                Map.of("Content-Type", "application/vnd.spil.sealed+sd-jwt+json; v=1"))
                        .http(),
                400);
        ok(
                "GET /v1/disclosures",
                municipality.get("/v1/disclosures", "spil.disclosures").http(),
                200);
        ok(
                "POST /v1/disclosures/{id}/collections",
                municipality
                        .post(
                                "/v1/disclosures/" + UUID.randomUUID() + "/collections",
                                "spil.disclosures",
                                "{\"collection\":\"" + UUID.randomUUID() + "\"}")
                        .http(),
                404);
    }

    @Test
    void the_log_answers_as_described() throws Exception {
        var operator = broker.operator();
        var audit = operator.token("spil.operate spil.log");
        var client = member.client();
        var token = client.token("spil.log");
        var keys = json(client.get("/v1/partners/" + member.oin() + "/keys", token));
        var own = keys.path("receipt").path("index").asLong();

        ok("GET /v1/log/records", operator.get("/v1/log/records?limit=2", audit), 200);
        described.check("GET /v1/log/records", operator.get("/v1/log/records?limit=0", audit));
        ok("GET /v1/log/tile/entries/{path}", operator.get("/v1/log/tile/entries/000.p/1", audit), 200);
        ok("GET /v1/log/entries/{index}", client.get("/v1/log/entries/" + own, token), 200);
        ok("GET /v1/log/entries/{index}", client.get("/v1/log/entries/999999", token), 404);
        ok("GET /v1/log/proofs/inclusion", client.get("/v1/log/proofs/inclusion?index=" + own, token), 200);
        ok("GET /v1/log/proofs/consistency", client.get("/v1/log/proofs/consistency?from=1&to=2", token), 200);
        ok("GET /v1/log/proofs/consistency", client.get("/v1/log/proofs/consistency?from=1", token), 400);
    }

    @Test
    void what_is_not_there_or_not_spoken_is_a_problem_with_the_headers_of_every_answer() throws Exception {
        var client = member.client();
        var decisions = client.token(DECISIONS);
        var text = Map.of("Content-Type", "text/plain");

        for (var answer : Map.of(
                        404, client.get("/v1/nothing", decisions),
                        405, client.call("PUT", "/v1/decisions", decisions, TestBroker.json(), "{}".getBytes(UTF_8)),
                        406, client.call("GET", "/v1/partners", decisions, Map.of("Accept", "text/html"), new byte[0]),
                        415, client.call("POST", "/v1/decisions", decisions, text, "{}".getBytes(UTF_8)))
                .entrySet()) {
            var problem = answer.getValue();

            assertThat(problem.statusCode()).as(problem.body()).isEqualTo(answer.getKey());
            assertThat(problem.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(json(problem).path("status").asInt()).isEqualTo(answer.getKey());
            assertThat(json(problem).path("type").stringValue()).startsWith("urn:spil:problem:");
            assertThat(problem.headers().firstValue("API-Version")).hasValue("1.0.0");
            assertThat(problem.headers().firstValue("Cache-Control")).hasValue("no-store");
            assertThat(problem.headers().firstValue("Content-Security-Policy"))
                    .hasValue("default-src 'none'; frame-ancestors 'none'");
            assertThat(problem.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(problem.headers().firstValue("X-Frame-Options")).hasValue("DENY");
            assertThat(problem.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        }
    }

    @Test
    void without_a_fixture_only_questions_about_cases_are_known() throws Exception {
        var answer = municipality.post("/access/v1/evaluation", DECISIONS, """
                {"subject":{"type":"user","id":"alice"},"action":{"name":"read"},
                 "resource":{"type":"record","id":"record-1"}}""");

        assertThat(answer.json().required("decision").booleanValue()).isFalse();
        assertThat(answer.json()
                        .path("context")
                        .path("reasons")
                        .path(0)
                        .path("code")
                        .stringValue())
                .isEqualTo("resource_type_unknown");
        described.check("POST /access/v1/evaluation", answer.http());
    }

    private void ok(String operation, HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(operation + " " + answer.body()).isEqualTo(status);
        described.check(operation, answer);
    }

    /** As OpenAPI writes a template: without what a variable must look like. */
    private static String plain(String pattern) {
        return pattern.replaceAll("\\{\\*?([a-z]+)(:([^{}]|\\{[^{}]*})*)?}", "{$1}");
    }

    private HttpResponse<String> anonymous(String method, String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(broker.address().resolve(path))
                        .method(method, BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
    }
}
