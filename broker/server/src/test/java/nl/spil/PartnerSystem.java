package nl.spil;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.spil.TestBroker.Member;
import nl.spil.access.TestClient;
import nl.spil.protocol.Actor;
import nl.spil.protocol.ActorRole;
import nl.spil.protocol.EmployeeId;
import nl.spil.protocol.Oin;
import nl.spil.protocol.Sha256;
import nl.spil.protocol.seal.ActorToken;
import tools.jackson.databind.JsonNode;

/** A partner's system that calls the broker for one of its professionals. */
final class PartnerSystem {
    private final TestBroker broker;
    private final Member member;
    private final Map<String, String> tokens = new HashMap<>();

    private PartnerSystem(TestBroker broker, Member member) {
        this.broker = broker;
        this.member = member;
    }

    /** A partner of this class that is registered and has published its keys. */
    static PartnerSystem joined(TestBroker broker, String oin, String type, String participantClass)
            throws IOException, InterruptedException {
        var member = broker.member(oin, type);
        var operator = broker.operator();
        var registration = new String(member.registration(), UTF_8)
                .replace("\"participantClass\":\"PUBLIC\"", "\"participantClass\":\"" + participantClass + "\"")
                .getBytes(UTF_8);
        require(
                201,
                operator.call("POST", "/v1/partners", operator.token("spil.operate"), TestBroker.json(), registration));
        require(200, member.publish(member.keySet(1)));
        return new PartnerSystem(broker, member);
    }

    Oin oin() {
        return member.oin();
    }

    /** A call for nobody in particular. */
    Reply postForNobody(String path, String scope, String body) throws IOException, InterruptedException {
        var answer = member.client().call("POST", path, token(scope), TestBroker.json(), body.getBytes(UTF_8));
        return new Reply(answer, TestClient.json(answer));
    }

    Reply post(String path, String scope, String body) throws IOException, InterruptedException {
        return call("POST", path, scope, body, Map.of());
    }

    Reply put(String path, String scope, String body) throws IOException, InterruptedException {
        return call("PUT", path, scope, body, Map.of());
    }

    Reply get(String path, String scope) throws IOException, InterruptedException {
        return call("GET", path, scope, "", Map.of());
    }

    Reply delete(String path, String scope) throws IOException, InterruptedException {
        return call("DELETE", path, scope, "", Map.of());
    }

    Reply call(String method, String path, String scope, String body, Map<String, String> more)
            throws IOException, InterruptedException {
        var bytes = body.getBytes(UTF_8);
        var headers = new HashMap<String, String>();
        if (bytes.length > 0) {
            headers.put("Content-Type", "application/json");
        }
        headers.put(ActorToken.HEADER, actorToken(method, path, bytes));
        headers.putAll(more);
        var answer = member.client().call(method, path, token(scope), headers, bytes);
        return new Reply(answer, TestClient.json(answer));
    }

    private String token(String scope) throws IOException, InterruptedException {
        var known = tokens.get(scope);
        if (known == null) {
            known = member.client().token(scope);
            tokens.put(scope, known);
        }
        return known;
    }

    private String actorToken(String method, String path, byte[] body) {
        var now = Instant.ofEpochSecond(Instant.now().getEpochSecond());
        var actor = new Actor(
                new EmployeeId("emp-" + oin().value().substring(16)),
                new ActorRole("PARTICIPANT_PROFESSIONAL"),
                true,
                now.plusSeconds(99_999),
                false);
        return new ActorToken(
                        oin(),
                        broker.address().toString(),
                        UUID.randomUUID(),
                        now,
                        now.plusSeconds(60),
                        method,
                        path.replaceFirst("\\?.*", ""),
                        body.length == 0 ? Optional.empty() : Optional.of(Sha256.of(body)),
                        actor)
                .sign(member.signing());
    }

    private static void require(int status, HttpResponse<String> answer) {
        if (answer.statusCode() != status) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
    }

    /** What the broker answered. */
    record Reply(HttpResponse<String> http, JsonNode json) {
        int status() {
            return http.statusCode();
        }

        String text(String member) {
            return json.path(member).asString("");
        }
    }
}
