package nl.spil.decision;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import nl.spil.protocol.AnswerType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An OPA that is slow, wrong, broken off or lying decides nothing. */
class OpaDecisionPointTest {
    private static final String RULES = "/v1/data/spil/disclosure/answer?provenance=true";
    private static final PolicyBundle BUNDLE = PolicyBundle.committed();
    private static final String REVISION =
            BUNDLE.version().revision() + "@" + BUNDLE.version().digest();
    private static final ItemFacts HOUSING = Questions.item("HOUSING", AnswerType.STATUS);
    private static final ItemFacts HEALTH = Questions.item("HEALTH", AnswerType.SUMMARY);
    private static final Question QUESTION = Questions.about(List.of(Questions.probation()), HOUSING, HEALTH);
    private static final String RESULT = """
            {"revision":NUMBER,"subjects":{"RECIPIENT":{
              "permitted":["HOUSING"],
              "refused":{"HEALTH":[{"code":"health_without_basis","article":"https://example.org/a"}]},
              "bases":{"HOUSING":[{"code":"statutory_task","article":"https://example.org/b"}]},
              "obligations":[{"code":"no_onward_use","items":["HOUSING"]}],
              "would_help":{"HEALTH":["consent"]},
              "gaps":[]}}}""";
    private static final String SOUND = "{\"provenance\":{\"version\":\"1.4.2\",\"bundles\":{\"spil\":{\"revision\":\""
            + REVISION + "\"}}},\"result\":" + RESULT + "}";

    private final WireMockServer opa =
            new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));
    private OpaDecisionPoint point = new OpaDecisionPoint(URI.create("http://127.0.0.1:1"), BUNDLE);

    @BeforeEach
    void start() {
        opa.start();
        point = within(Duration.ofSeconds(20));
    }

    @AfterEach
    void stop() {
        point.close();
        opa.stop();
    }

    @Test
    void a_sound_answer_to_exactly_the_question_is_a_decision() {
        answers(saying(SOUND));

        var decision = point.decide(QUESTION);

        assertThat(decision.of(Questions.PROBATION).permitted()).containsExactly(HOUSING.id());
        assertThat(decision.policy()).isEqualTo(BUNDLE.version());
        var input = "{\"input\":" + new String(decision.question().json(), UTF_8) + "}";
        opa.verify(1, postRequestedFor(urlEqualTo(RULES)).withRequestBody(equalTo(input)));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            no result                           | "result":                        | "rezult":
            no word about its rules             | "provenance":                    | "origin":
            rules nobody named                  | {"spil":{"revision":"REVISION"}} | {}
            other rules of the same revision    | @sha256:                         | @sha256:0
            older rules                         | "revision":"                     | "revision":"0
            other rules beside ours             | {"spil":{                        | {"more":{"revision":"REVISION"},"spil":{
            another revision in the answer      | "revision":NUMBER                | "revision":0
            a list where an answer should be    | "result":{                       | "result":[],"more":{
            a permit for what was not asked     | "permitted":["HOUSING"           | "permitted":["OTHER"
            a permit for more than was asked    | "permitted":["HOUSING"           | "permitted":["OTHER","HOUSING"
            a permit for somebody else          | RECIPIENT                        | 00000099000000000001
            an obligation nobody here can meet  | no_onward_use                    | sing_a_song
            an obligation for a refused item    | "items":["HOUSING"               | "items":["HEALTH"
            a permit without a basis            | "bases":{"HOUSING":              | "bases":{"HEALTH":
            an answer that is cut off           | "gaps":[]}}}}                    | "gaps":[]}}
            """)
    void an_opa_that_says(String what, String part, String instead) {
        var other = SOUND.replace(filled(part), filled(instead));
        assertThat(other).as("the test changes something").isNotEqualTo(SOUND);
        answers(saying(other));

        assertThatThrownBy(() -> point.decide(QUESTION)).as(what).isInstanceOf(DecisionUnavailable.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 204, 302, 400, 401, 404, 500, 503})
    void another_status_is_no_answer_whatever_is_said_with_it(int status) {
        answers(saying(SOUND).withStatus(status));

        assertThatThrownBy(() -> point.decide(QUESTION)).isInstanceOf(DecisionUnavailable.class);
    }

    @Test
    void nobody_is_followed_elsewhere() {
        answers(aResponse().withStatus(303).withHeader("Location", "/elsewhere"));
        opa.stubFor(get("/elsewhere").willReturn(saying(SOUND)));

        assertThatThrownBy(() -> point.decide(QUESTION)).isInstanceOf(DecisionUnavailable.class);
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void a_broken_connection_is_no_answer(Fault fault) {
        answers(aResponse().withFault(fault));

        assertThatThrownBy(() -> point.decide(QUESTION)).isInstanceOf(DecisionUnavailable.class);
    }

    @Test
    void a_body_that_ends_before_its_length_is_no_answer() {
        answers(saying(SOUND).withHeader("Content-Length", Integer.toString(SOUND.length() + 500)));

        assertThatThrownBy(() -> point.decide(QUESTION)).isInstanceOf(DecisionUnavailable.class);
    }

    @Test
    void an_answer_that_goes_on_and_on_is_not_read() {
        answers(saying(SOUND + " ".repeat(OpaDecisionPoint.MOST_BYTES)));

        assertThatThrownBy(() -> point.decide(QUESTION)).isInstanceOf(DecisionUnavailable.class);
    }

    @Test
    void an_answer_after_the_deadline_is_too_late() {
        answers(saying(SOUND).withFixedDelay(3_000));

        assertThatThrownBy(() -> hasty().decide(QUESTION)).isInstanceOf(DecisionUnavailable.class);
    }

    @Test
    void an_answer_that_begins_in_time_and_ends_too_late_is_too_late() {
        answers(saying(SOUND).withChunkedDribbleDelay(10, 3_000));

        assertThatThrownBy(() -> hasty().decide(QUESTION)).isInstanceOf(DecisionUnavailable.class);
    }

    @Test
    void nobody_there_is_no_answer() {
        opa.stop();

        assertThatThrownBy(() -> point.decide(QUESTION)).isInstanceOf(DecisionUnavailable.class);
    }

    @Test
    void whoever_is_interrupted_while_waiting_stays_interrupted() {
        answers(saying(SOUND));
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> point.decide(QUESTION)).isInstanceOf(DecisionUnavailable.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    /** With the deadline of the broker. */
    private OpaDecisionPoint hasty() {
        return new OpaDecisionPoint(URI.create(opa.baseUrl()), BUNDLE);
    }

    private OpaDecisionPoint within(Duration longest) {
        return new OpaDecisionPoint(URI.create(opa.baseUrl() + "/"), BUNDLE, longest);
    }

    private void answers(ResponseDefinitionBuilder response) {
        opa.stubFor(post(RULES).willReturn(response));
    }

    private static ResponseDefinitionBuilder saying(String body) {
        return aResponse().withHeader("Content-Type", "application/json").withBody(named(body));
    }

    private static String filled(String part) {
        return part.replace("REVISION", REVISION);
    }

    private static String named(String answer) {
        return answer.replace("NUMBER", Long.toString(BUNDLE.version().revision()))
                .replace("RECIPIENT", Questions.PROBATION.value())
                .replace("\"HOUSING\"", '"' + HOUSING.id().value() + '"')
                .replace("\"HEALTH\"", '"' + HEALTH.id().value() + '"')
                .replace(
                        "\"OTHER\"",
                        '"' + Questions.item("CARE", AnswerType.KNOWN).id().value() + '"');
    }
}
