package nl.spil.sdk;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import nl.spil.protocol.ContentDigest;
import nl.spil.protocol.DisclosureId;
import nl.spil.protocol.Oin;
import nl.spil.protocol.Sha256;
import nl.spil.protocol.proof.LeafHeader;
import nl.spil.protocol.proof.Receipt;
import nl.spil.protocol.seal.KeptExchange;
import nl.spil.protocol.seal.Label;
import nl.spil.protocol.seal.Release;
import nl.spil.protocol.seal.SealedExchange;
import nl.spil.protocol.seal.SigningKey;
import nl.spil.protocol.seal.VerificationKey;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A broker in memory with real cryptography and no rules: everyone may have everything. It does what a broker must, until a
 * test makes it lie in one respect.
 */
final class HonestBroker implements AutoCloseable {
    final SigningKey releaseKey = SigningKey.generateEs256();
    final List<byte[]> exchanges = new ArrayList<>();
    final List<byte[]> acknowledgements = new ArrayList<>();
    final List<String> collections = new ArrayList<>();
    PretendedLog log = PretendedLog.fresh();

    /** What the broker makes of a delivery, of the answer about a partner's keys, of any answer before it is sent. */
    UnaryOperator<byte[]> delivering = UnaryOperator.identity();

    UnaryOperator<JsonNode> answeringKeys = UnaryOperator.identity();
    int repliesToLose;

    /** What it answers instead of doing its work. */
    @Nullable
    Denial denying;

    record Denial(int status, String body) {}

    Set<ContentDigest> withheld = Set.of();

    private final HttpServer server;
    private final Map<String, ObjectNode> keys = new ConcurrentHashMap<>();
    private final Map<Oin, List<VerificationKey>> signing = new ConcurrentHashMap<>();
    private final Map<String, KeptExchange> waiting = new LinkedHashMap<>();
    private final Map<String, byte[]> answered = new ConcurrentHashMap<>();

    HonestBroker() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void answer(HttpExchange call) throws IOException {
        try (call) {
            var path = call.getRequestURI().getPath();
            var body = call.getRequestBody().readAllBytes();
            var denial = denying;
            if (denial != null && path.startsWith("/v1/")) {
                var problem = denial.body().getBytes(StandardCharsets.UTF_8);
                call.sendResponseHeaders(denial.status(), problem.length);
                call.getResponseBody().write(problem);
                return;
            }
            var answer =
                    route(call.getRequestMethod(), path, call.getRequestURI().getQuery(), body);
            if (path.endsWith("/exchanges") && repliesToLose > 0) {
                repliesToLose--;
                // The work was done; the caller never hears of it.
                return;
            }
            call.sendResponseHeaders(answer == null ? 404 : 200, answer == null ? -1 : answer.length);
            if (answer != null) {
                call.getResponseBody().write(answer);
            }
        }
    }

    private synchronized byte @Nullable [] route(String method, String path, @Nullable String query, byte[] body) {
        var parts = List.of(path.substring(1).split("/"));
        if (path.equals("/.well-known/oauth-authorization-server")) {
            return json(Map.of("issuer", address() + "", "token_endpoint", address() + "/oauth2/token"));
        }
        if (path.equals("/oauth2/token")) {
            return json(Map.of("access_token", "t", "token_type", "DPoP", "expires_in", 300));
        }
        if (path.startsWith("/v1/partners/") && method.equals("PUT")) {
            return publish(new Oin(parts.get(2)), text(body));
        }
        if (path.startsWith("/v1/partners/")) {
            var known = keys.get(parts.get(2));
            return known == null ? null : json(answeringKeys.apply(known));
        }
        if (path.endsWith("/exchanges")) {
            return exchange(body);
        }
        if (path.equals("/v1/disclosures")) {
            return inbox();
        }
        if (path.endsWith("/collections")) {
            return collect(parts.get(2), JsonText.read(body).path("collection").asString(""));
        }
        if (path.endsWith("/acknowledgement")) {
            acknowledgements.add(body);
            return json(Map.of("receipt", log.record("acknowledged", LeafHeader.none())));
        }
        if (path.equals("/v1/log/proofs/consistency")) {
            return consistency(String.valueOf(query).split("[^0-9]+", -1));
        }
        return null;
    }

    private byte[] publish(Oin partner, String jwks) {
        var receipt = log.record("keys-changed", LeafHeader.none().from(partner).release(Sha256.of(jwks)));
        var claims = JsonText.read(nl.spil.protocol.Base64Url.decode(jwks.split("\\.", -1)[1]));
        var mine = new ArrayList<VerificationKey>();
        claims.path("keys")
                .valueStream()
                .filter(key -> key.path("use").asString("").equals("sig"))
                .forEach(key -> mine.add(VerificationKey.ofJwk(key)));
        signing.put(partner, mine);
        var answer = JsonText.object().put("jwks", jwks);
        answer.putArray("revoked");
        answer.set("receipt", JsonText.read(JsonText.write(receipt)));
        keys.put(partner.value(), answer);
        return json(answer);
    }

    private byte[] exchange(byte[] body) {
        exchanges.add(body);
        var sealed = SealedExchange.parse(body).orThrow();
        return answered.computeIfAbsent(sealed.signedDigest().value(), _ -> decided(sealed));
    }

    private byte[] decided(SealedExchange sealed) {
        var claims = sealed.claims();
        var verified = sealed.verify(claims.sender(), signing.getOrDefault(claims.sender(), List.of()), Instant.now())
                .orThrow();
        var header = LeafHeader.none().from(claims.sender()).exchange(claims.exchange());
        var outcome = JsonText.object()
                .put("exchange", claims.exchange().value())
                .put("case", claims.caseId().value());
        outcome.set("receipt", tree(log.record("exchange-received", header)));
        var parts = outcome.putArray("recipients");
        var released = new HashSet<>(verified.labels().stream().map(Label::item).toList());
        released.removeAll(withheld);
        for (var recipient : claims.recipients()) {
            var id = DisclosureId.random();
            waiting.put(id.toString(), verified.keepFor(recipient, released));
            var part = parts.addObject()
                    .put("recipient", recipient.value())
                    .put("outcome", "DISCLOSED")
                    .put("disclosure", id.toString());
            var permitted = part.putArray("permitted");
            released.forEach(item -> permitted.add(item.value()));
            part.set("receipt", tree(log.record("disclosure", header.to(recipient))));
        }
        return json(outcome);
    }

    private byte[] inbox() {
        var items = new ArrayList<Map<String, String>>();
        waiting.forEach((id, kept) -> items.add(Map.of(
                "id", id,
                "case", kept.claims().caseId().value(),
                "provider", kept.claims().sender().value(),
                "exchange", kept.claims().exchange().value(),
                "state", "WAITING")));
        return json(Map.of("items", items));
    }

    private byte @Nullable [] collect(String id, String collection) {
        var kept = waiting.get(id);
        if (kept == null) {
            return null;
        }
        collections.add(collection);
        var recipient = kept.claims().recipients().getFirst();
        var release = release(kept, recipient).sign(releaseKey);
        var receipt = log.record(
                "collected",
                LeafHeader.none()
                        .to(recipient)
                        .exchange(kept.claims().exchange())
                        .release(Sha256.of(release)));
        return delivering.apply(kept.deliver(release, receipt.proof()));
    }

    /** A log that is asked about more entries than it has answers that there is no such proof. */
    private byte @Nullable [] consistency(String[] numbers) {
        var from = Long.parseLong(numbers[1]);
        var to = Long.parseLong(numbers[2]);
        return to > log.size() ? null : json(Map.of("path", log.consistency(from, to)));
    }

    private static Release release(KeptExchange kept, Oin recipient) {
        var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        return new Release(
                "urn:oin:00000099000000000001",
                recipient,
                UUID.randomUUID(),
                now,
                now.plus(Duration.ofDays(1)),
                kept.claims().exchange(),
                kept.signedDigest(),
                kept.labels().stream().map(Label::item).toList(),
                false,
                "sha256:" + "0".repeat(64),
                List.of());
    }

    private static JsonNode tree(Receipt receipt) {
        return JsonText.read(JsonText.write(receipt));
    }

    private static byte[] json(Object value) {
        return JsonText.write(value);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
