package nl.spil.decision;

import static java.nio.charset.StandardCharsets.UTF_8;
import static nl.spil.decision.Strict.expect;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.databind.JsonNode;

/**
 * Decides by asking an OPA server, which must have exactly the rules that are in use here. Its answer is read as
 * strictly as that of the engine in this process; an OPA without rules answers 200 with no result.
 */
final class OpaDecisionPoint implements PolicyDecisionPoint, AutoCloseable {
    static final int MOST_BYTES = 4 * 1024 * 1024;
    private static final Duration DEADLINE = Duration.ofMillis(300);
    private static final byte[] BEFORE = "{\"input\":".getBytes(UTF_8);
    private static final byte[] AFTER = "}".getBytes(UTF_8);

    private final HttpClient client;
    private final URI rules;
    private final String revision;
    private final AnswerReader reader;
    private final Duration longest;

    OpaDecisionPoint(URI server, PolicyBundle bundle) {
        this(server, bundle, DEADLINE);
    }

    OpaDecisionPoint(URI server, PolicyBundle bundle, Duration longest) {
        this.longest = longest;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(HttpClient.Builder.NO_PROXY)
                .connectTimeout(longest)
                .build();
        var root = server.toString().replaceFirst("/+$", "");
        this.rules = URI.create(root + "/v1/data/" + bundle.entrypoint() + "?provenance=true");
        this.revision = bundle.version().revision() + "@" + bundle.version().digest();
        this.reader = new AnswerReader(bundle.version(), bundle.obligations());
    }

    @Override
    public Decision decide(Question question) {
        var asked = QuestionBytes.of(question);
        return reader.read(answered(asked), this::result, question, asked);
    }

    private byte[] answered(QuestionBytes asked) {
        var response = inTime(HttpRequest.newBuilder(rules)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(input(asked.unsafe())))
                .build());
        expect(response.statusCode() == 200, "status " + response.statusCode());
        return response.body();
    }

    /** The deadline is for all of the answer: the client's own would end with the first line of it. */
    private HttpResponse<byte[]> inTime(HttpRequest request) {
        var answer = client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES));
        try {
            return answer.get(longest.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new DecisionUnavailable("no answer from OPA in time", e);
        } catch (ExecutionException e) {
            throw new DecisionUnavailable("no answer from OPA", e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new DecisionUnavailable("interrupted while waiting for an answer", e);
        }
    }

    private JsonNode result(JsonNode answered) {
        var bundles = answered.path("provenance").path("bundles").values();
        expect(bundles.size() == 1, "not one bundle of rules");
        var found = bundles.iterator().next().path("revision").stringValue("");
        expect(found.equals(revision), "other rules");
        return answered.required("result");
    }

    private static byte[] input(byte[] question) {
        var input = new byte[BEFORE.length + question.length + AFTER.length];
        System.arraycopy(BEFORE, 0, input, 0, BEFORE.length);
        System.arraycopy(question, 0, input, BEFORE.length, question.length);
        System.arraycopy(AFTER, 0, input, BEFORE.length + question.length, AFTER.length);
        return input;
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
