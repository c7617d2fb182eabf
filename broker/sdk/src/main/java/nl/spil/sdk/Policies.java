package nl.spil.sdk;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import nl.spil.protocol.Actor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a partner's professionals do with the rules: propose, review, approve, reject, put to use. Answers are the
 * proposal as the broker shows it, with everything that is still missing.
 */
public final class Policies {
    private static final String PATH = "/v1/policies";
    private static final String GZIP = "application/gzip";

    private final Broker broker;
    private final Optional<Actor> actor;

    Policies(Broker broker, Optional<Actor> actor) {
        this.broker = broker;
        this.actor = actor;
    }

    /** Proposes a bundle that was built and tested; the same one again is the same proposal. */
    public JsonNode propose(byte[] archive, PolicyTests tests) {
        var body = JsonText.object().put("archive", Base64.getEncoder().encodeToString(archive));
        body.set("tests", tests.json());
        return step("", body);
    }

    /** Proposes rules that were used or proposed before, under a higher revision: the way back. */
    public JsonNode proposeAgain(long earlier, long revision) {
        return step("", JsonText.object().put("again", earlier).put("revision", revision));
    }

    /** Proposes the rules that came with an update of the broker's software and wait for approval. */
    public JsonNode proposeWaiting(long revision) {
        return step("", JsonText.object().put("waiting", revision));
    }

    /** For a member of the advisory committee on lawfulness. */
    public JsonNode review(long revision, boolean positive, String remarks, List<String> articles) {
        var body = JsonText.object()
                .put("verdict", positive ? "POSITIVE" : "NEGATIVE")
                .put("remarks", remarks);
        if (!articles.isEmpty()) {
            articles.forEach(body.putArray("articles")::add);
        }
        return step("/" + revision + "/reviews", body);
    }

    /** By somebody else than the author. */
    public JsonNode approve(long revision) {
        return step("/" + revision + "/approvals", JsonText.object());
    }

    /** Final. */
    public JsonNode reject(long revision, String remarks) {
        return step("/" + revision + "/rejections", JsonText.object().put("remarks", remarks));
    }

    /** Puts the rules to use now, or says when; throws {@link Rejected} with everything that is missing. */
    public JsonNode activate(long revision, Optional<Instant> moment) {
        var body = JsonText.object();
        moment.ifPresent(at -> body.put("moment", at.toString()));
        return step("/" + revision + "/activation", body);
    }

    /** All proposals, the newest first. */
    public JsonNode list() {
        return read("");
    }

    public JsonNode show(long revision) {
        return read("/" + revision);
    }

    /** Which rules are in use on which node, and what was not taken and why. */
    public JsonNode status() {
        return read("/status");
    }

    /** The bundle of a revision that was proposed or used. */
    public byte[] archive(long revision) {
        var call = Call.get(PATH + "/" + revision + "/archive", Scope.POLICIES).accepting(GZIP);
        return broker.call(call).body();
    }

    private JsonNode step(String path, ObjectNode body) {
        var professional = actor.orElseThrow(() -> new IllegalStateException(
                "this is done for a professional, and neither the caller nor the profile names one"));
        return broker.call(Call.post(PATH + path, Scope.POLICIES, body).onBehalfOf(professional))
                .json();
    }

    private JsonNode read(String path) {
        return broker.call(Call.get(PATH + path, Scope.POLICIES)).json();
    }
}
