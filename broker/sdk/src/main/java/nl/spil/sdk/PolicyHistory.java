package nl.spil.sdk;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiConsumer;
import nl.spil.protocol.Sha256;
import tools.jackson.databind.JsonNode;

/** What the rules decided and why, and what other rules would have decided; asking it changes nothing. */
public final class PolicyHistory {
    private static final String REPLAYS = "/v1/policies/replays";
    private static final String DECISIONS = "/v1/policies/decisions/";
    private static final Duration WAIT = Duration.ofSeconds(1);

    private final Broker broker;

    private PolicyHistory(Broker broker) {
        this.broker = broker;
    }

    /** As the operator sees it. */
    public static PolicyHistory seenBy(Operator operator) {
        return new PolicyHistory(operator.broker());
    }

    /**
     * What a replay came to.
     *
     * @param standing how it stands, also when it failed
     * @param report absent unless it is done
     */
    public record Replayed(JsonNode standing, Optional<JsonNode> report) {}

    /**
     * Has past decisions judged again with the rules in this archive, and waits for the end.
     *
     * @param progress told how many entries of how many are done
     */
    public Replayed replay(
            byte[] archive, Optional<Instant> since, Optional<Instant> until, BiConsumer<Long, Long> progress) {
        var begun = broker.call(
                Call.of("POST", REPLAYS + query(since, until), Scope.POLICIES).carrying("application/gzip", archive));
        var standing = begun.json();
        var own = REPLAYS + "/" + standing.path("id").asString("");
        while (standing.path("state").asString("").equals("RUNNING")) {
            var at = standing.path("progress");
            progress.accept(at.path("done").asLong(0), at.path("total").asLong(0));
            standing = broker.call(Call.get(own + "?wait=" + WAIT.toSeconds(), Scope.POLICIES))
                    .json();
        }
        var done = standing.path("state").asString("").equals("DONE");
        return new Replayed(standing, done ? Optional.of(report(own, standing)) : Optional.empty());
    }

    private static String query(Optional<Instant> since, Optional<Instant> until) {
        var query = new StringBuilder();
        since.ifPresent(moment -> query.append("?since=").append(encoded(moment)));
        until.ifPresent(moment ->
                query.append(query.isEmpty() ? '?' : '&').append("until=").append(encoded(moment)));
        return query.toString();
    }

    private static String encoded(Instant moment) {
        return URLEncoder.encode(moment.toString(), StandardCharsets.UTF_8);
    }

    /** The one whose digest the broker keeps, since an approval will name that. */
    private JsonNode report(String own, JsonNode standing) {
        var answer = broker.call(Call.get(own + "/report", Scope.POLICIES));
        if (!Sha256.of(answer.body())
                .value()
                .equals(standing.path("reportDigest").asString(""))) {
            throw new VerificationFailed("the report is not the one whose digest is kept");
        }
        return answer.json();
    }

    /** Why an entry was decided as it was, and what the rules in use would say now; that it was read is recorded. */
    public JsonNode explain(long entry) {
        return broker.call(Call.get(DECISIONS + entry, Scope.POLICY_AUDIT)).json();
    }

    /** The same decision as an example for {@code policies/cases}, without anything that points at somebody. */
    public JsonNode story(long entry) {
        return broker.call(Call.get(DECISIONS + entry + "/story", Scope.POLICY_AUDIT))
                .json();
    }
}
