package nl.spil.sdk;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.spil.protocol.seal.SigningKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BrokerTest {
    private static final String CASES = "/v1/cases";
    private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");

    @RegisterExtension
    static final WireMockExtension PRETENDED = WireMockExtension.newInstance()
            .options(com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig()
                    .dynamicPort()
                    .bindAddress("127.0.0.1"))
            .build();

    private final List<Duration> pauses = new ArrayList<>();
    private Instant now = NOW;

    @BeforeEach
    void a_broker_that_gives_tokens() {
        PretendedBroker.givesTokens(PRETENDED);
    }

    @Test
    void a_call_carries_a_bound_token_and_a_proof_of_its_own() throws ParseException {
        PRETENDED.stubFor(get(CASES + "?limit=1").builder().willReturn(okJson("{\"items\":[]}")));

        broker(3).call(Call.get(CASES + "?limit=1", Scope.CASES));

        var request = only(CASES + "?limit=1");
        var proof = SignedJWT.parse(request.getHeader("DPoP"));
        assertThat(request.getHeader("Authorization")).isEqualTo("DPoP token-1");
        assertThat(proof.getJWTClaimsSet().getStringClaim("htu")).isEqualTo(PRETENDED.baseUrl() + CASES);
        assertThat(proof.getJWTClaimsSet().getStringClaim("htm")).isEqualTo("GET");
        assertThat(proof.getJWTClaimsSet().getStringClaim("ath")).hasSize(43);
        assertThat(proof.getHeader().getJWK().isPrivate()).isFalse();
    }

    @Test
    void an_unavailable_broker_is_asked_again_after_the_time_it_asks_for() {
        first(get(CASES), aResponse().withStatus(503).withHeader("Retry-After", "2"), okJson("{}"));

        var answer = broker(3).call(Call.get(CASES, Scope.CASES));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(pauses).containsExactly(Duration.ofSeconds(2));
    }

    @Test
    void a_busy_broker_that_asks_for_a_day_is_asked_again_sooner() {
        first(get(CASES), aResponse().withStatus(429).withHeader("Retry-After", "86400"), okJson("{}"));

        broker(3).call(Call.get(CASES, Scope.CASES));

        assertThat(pauses).containsExactly(Duration.ofSeconds(20));
    }

    @Test
    void a_lost_reply_is_asked_for_again_with_the_same_body_and_a_new_proof() throws ParseException {
        first(post(CASES), aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER), okJson("{}"));

        broker(3).call(Call.post(CASES, Scope.CASES, Map.of("id", "same")));

        var sent = PRETENDED.findAll(postRequestedFor(urlEqualTo(CASES)));
        assertThat(sent)
                .extracting(each -> each.getBodyAsString())
                .containsExactly("{\"id\":\"same\"}", "{\"id\":\"same\"}");
        assertThat(idOf(sent.get(0).getHeader("DPoP")))
                .isNotEqualTo(idOf(sent.get(1).getHeader("DPoP")));
    }

    @Test
    void a_broker_that_stays_away_is_given_up_on() {
        PRETENDED.stubFor(get(CASES).builder().willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));

        assertThatThrownBy(() -> broker(3).call(Call.get(CASES, Scope.CASES)))
                .isInstanceOf(BrokerUnavailable.class)
                .hasMessageContaining("3 attempts");

        assertThat(pauses).hasSize(2);
    }

    @Test
    void a_broker_that_is_too_slow_is_unavailable() {
        PRETENDED.stubFor(get(CASES).builder().willReturn(okJson("{}").withFixedDelay(1_000)));
        var impatient = Call.get(CASES, Scope.CASES).answeredWithin(Duration.ofMillis(200));

        assertThatThrownBy(() -> broker(1).call(impatient)).isInstanceOf(BrokerUnavailable.class);
    }

    @Test
    void a_demanded_nonce_is_given_at_once_and_from_then_on() throws ParseException {
        var demand = aResponse()
                .withStatus(401)
                .withHeader("WWW-Authenticate", "DPoP error=\"use_dpop_nonce\"")
                .withHeader("DPoP-Nonce", "n-1");
        first(get(CASES), demand, okJson("{}"));
        var broker = broker(1);

        broker.call(Call.get(CASES, Scope.CASES));
        broker.call(Call.get(CASES, Scope.CASES));

        var sent = PRETENDED.findAll(getRequestedFor(urlEqualTo(CASES)));
        assertThat(sent).hasSize(3);
        assertThat(nonceOf(sent.get(1).getHeader("DPoP"))).isEqualTo("n-1");
        assertThat(nonceOf(sent.get(2).getHeader("DPoP"))).isEqualTo("n-1");
        assertThat(pauses).isEmpty();
    }

    @Test
    void a_token_endpoint_may_demand_a_nonce_too() throws ParseException {
        var demand = aResponse()
                .withStatus(400)
                .withHeader("DPoP-Nonce", "t-1")
                .withHeader("Content-Type", "application/json")
                .withBody("{\"error\":\"use_dpop_nonce\"}");
        first(post(PretendedBroker.TOKEN), demand, okJson(PretendedBroker.tokenAnswer("token-9", 300)));
        PRETENDED.stubFor(get(CASES).builder().willReturn(okJson("{}")));

        broker(1).call(Call.get(CASES, Scope.CASES));

        var asked = PRETENDED.findAll(postRequestedFor(urlEqualTo(PretendedBroker.TOKEN)));
        assertThat(nonceOf(asked.getLast().getHeader("DPoP"))).isEqualTo("t-1");
    }

    @Test
    void a_token_that_is_no_longer_taken_is_replaced_once() {
        first(get(CASES), aResponse().withStatus(401), okJson("{}"));

        broker(1).call(Call.get(CASES, Scope.CASES));

        PRETENDED.verify(2, postRequestedFor(urlEqualTo(PretendedBroker.TOKEN)));
    }

    @Test
    void a_broker_that_takes_no_token_at_all_is_not_asked_for_ever() {
        PRETENDED.stubFor(get(CASES).builder().willReturn(aResponse().withStatus(401)));

        assertThatThrownBy(() -> broker(3).call(Call.get(CASES, Scope.CASES))).isInstanceOf(NotAuthorised.class);

        PRETENDED.verify(2, getRequestedFor(urlEqualTo(CASES)));
    }

    @Test
    void a_token_is_used_until_shortly_before_it_ends() {
        PRETENDED.stubFor(get(CASES).builder().willReturn(okJson("{}")));
        var broker = broker(1);

        broker.call(Call.get(CASES, Scope.CASES));
        now = NOW.plusSeconds(279);
        broker.call(Call.get(CASES, Scope.CASES));
        PRETENDED.verify(1, postRequestedFor(urlEqualTo(PretendedBroker.TOKEN)));
        now = NOW.plusSeconds(281);
        broker.call(Call.get(CASES, Scope.CASES));

        PRETENDED.verify(2, postRequestedFor(urlEqualTo(PretendedBroker.TOKEN)));
    }

    @Test
    void a_token_that_anyone_could_use_is_not_used() {
        PRETENDED.stubFor(post(PretendedBroker.TOKEN)
                .builder()
                .willReturn(okJson("{\"access_token\":\"x\",\"token_type\":\"Bearer\",\"expires_in\":300}")));

        assertThatThrownBy(() -> broker(1).call(Call.get(CASES, Scope.CASES))).isInstanceOf(VerificationFailed.class);

        PRETENDED.verify(0, getRequestedFor(urlEqualTo(CASES)));
    }

    @Test
    void every_problem_of_a_rejected_request_is_told() {
        answers(aResponse().withStatus(400).withBody("""
                {"type":"urn:spil:problem:invalid","code":"invalid","title":"Ongeldig","status":400,
                 "problems":[{"code":"missing","pointer":"/goal","detail":"doel ontbreekt"},
                             {"code":"unknown","pointer":"/kleur","detail":"kent niemand"}]}"""));

        assertThatThrownBy(() -> broker(1).call(Call.get(CASES, Scope.CASES)))
                .isInstanceOfSatisfying(Rejected.class, it -> {
                    assertThat(it.problem().code()).isEqualTo("invalid");
                    assertThat(it.problem().details())
                            .extracting(BrokerProblem.Detail::pointer)
                            .containsExactly("/goal", "/kleur");
                    assertThat(it).hasMessage("Ongeldig; doel ontbreekt; kent niemand");
                });
    }

    @Test
    void an_error_page_of_something_in_between_is_not_taken_for_the_brokers_word() {
        answers(aResponse().withStatus(400).withBody("<html>Bad gateway"));

        assertThatThrownBy(() -> broker(1).call(Call.get(CASES, Scope.CASES)))
                .isInstanceOfSatisfying(
                        Rejected.class, it -> assertThat(it.problem().code()).isEqualTo("unintelligible_answer"));
    }

    @Test
    void problem_details_of_the_wrong_shape_are_not_taken_for_the_brokers_word() {
        answers(aResponse().withStatus(404).withBody("{\"type\":17,\"problems\":\"none\",\"code\":[]}"));

        assertThatThrownBy(() -> broker(1).call(Call.get(CASES, Scope.CASES)))
                .isInstanceOfSatisfying(
                        NotFound.class, it -> assertThat(it.problem().code()).isEqualTo("unintelligible_answer"));
    }

    @Test
    void a_member_named_twice_is_not_read_at_all() {
        PRETENDED.stubFor(get(CASES).builder().willReturn(okJson("{\"items\":[],\"items\":[1]}")));

        assertThatThrownBy(() -> broker(1).call(Call.get(CASES, Scope.CASES)).json())
                .isInstanceOf(BrokerUnavailable.class);
    }

    @Test
    void a_refusal_by_the_rules_differs_from_a_token_that_may_not() {
        first(
                get(CASES),
                aResponse()
                        .withStatus(403)
                        .withBody("{\"code\":\"refused\",\"reasons\":[{\"code\":\"not_admitted\"}]}"),
                aResponse().withStatus(403).withBody("{\"code\":\"insufficient_scope\"}"));
        var broker = broker(1);

        assertThatThrownBy(() -> broker.call(Call.get(CASES, Scope.CASES))).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> broker.call(Call.get(CASES, Scope.CASES))).isInstanceOf(NotAuthorised.class);
    }

    @Test
    void an_answer_without_end_is_cut_off() {
        PRETENDED.stubFor(get(CASES).builder().willReturn(okJson("\"" + "x".repeat(17 << 20) + "\"")));

        assertThatThrownBy(() -> broker(1).call(Call.get(CASES, Scope.CASES))).isInstanceOf(BrokerUnavailable.class);
    }

    private Broker broker(int attempts) {
        var setup = new Broker.Setup(
                URI.create(PRETENDED.baseUrl()),
                "00000099000000417001",
                new Patience(attempts, Duration.ofSeconds(20)),
                pauses::add,
                (InstantSource) () -> now,
                Locale.of("nl"));
        return new Broker(
                setup,
                new Transport(Transport.usual()),
                SigningKey.generateEs256(),
                SigningKey.generateEs256(),
                (call, actor, audience) -> "signed");
    }

    private static void answers(ResponseDefinitionBuilder answer) {
        PRETENDED.stubFor(get(CASES).builder().willReturn(answer));
    }

    private static void first(
            PretendedBroker.To to, ResponseDefinitionBuilder answer, ResponseDefinitionBuilder thereafter) {
        PRETENDED.stubFor(to.builder()
                .inScenario("twice")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(answer)
                .willSetStateTo("again"));
        PRETENDED.stubFor(
                to.builder().inScenario("twice").whenScenarioStateIs("again").willReturn(thereafter));
    }

    private static PretendedBroker.To get(String path) {
        return new PretendedBroker.To("GET", path);
    }

    private static PretendedBroker.To post(String path) {
        return new PretendedBroker.To("POST", path);
    }

    private static com.github.tomakehurst.wiremock.verification.LoggedRequest only(String path) {
        var requests = PRETENDED.findAll(getRequestedFor(urlEqualTo(path)));
        assertThat(requests).hasSize(1);
        return requests.getFirst();
    }

    private static String idOf(String proof) throws ParseException {
        return SignedJWT.parse(proof).getJWTClaimsSet().getJWTID();
    }

    private static String nonceOf(String proof) throws ParseException {
        return SignedJWT.parse(proof).getJWTClaimsSet().getStringClaim("nonce");
    }
}
