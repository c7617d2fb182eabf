package nl.spil.sdk;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import nl.spil.protocol.MalformedJson;
import nl.spil.protocol.seal.SigningKey;
import org.jspecify.annotations.Nullable;

/** Access tokens, one per scope, fetched when first needed and again shortly before they end. */
final class Tokens {
    private static final Duration MARGIN = Duration.ofSeconds(20);
    private static final Duration ANSWER = Duration.ofSeconds(20);
    private static final String ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    record Token(String value, Instant until) {
        @Override
        public String toString() {
            return "Token until " + until;
        }
    }

    private final Transport transport;
    private final Issuer issuer;
    private final String client;
    private final SigningKey clientKey;
    private final SigningKey proofKey;
    private final InstantSource clock;
    private final Map<Scope, Token> kept = new EnumMap<>(Scope.class);
    private final ReentrantLock oneAtATime = new ReentrantLock();
    private @Nullable String nonce;

    Tokens(
            Transport transport,
            Issuer issuer,
            String client,
            SigningKey clientKey,
            SigningKey proofKey,
            InstantSource clock) {
        this.transport = transport;
        this.issuer = issuer;
        this.client = client;
        this.clientKey = clientKey;
        this.proofKey = proofKey;
        this.clock = clock;
    }

    Token forScope(Scope scope) throws IOException, InterruptedException {
        oneAtATime.lockInterruptibly();
        try {
            var token = kept.get(scope);
            if (token == null || clock.instant().isAfter(token.until().minus(MARGIN))) {
                token = fetch(scope);
                kept.put(scope, token);
            }
            return token;
        } finally {
            oneAtATime.unlock();
        }
    }

    /** The broker no longer takes this one, whatever its date says. */
    void forget(Scope scope, Token token) throws InterruptedException {
        oneAtATime.lockInterruptibly();
        try {
            kept.remove(scope, token);
        } finally {
            oneAtATime.unlock();
        }
    }

    private Token fetch(Scope scope) throws IOException, InterruptedException {
        var answer = ask(scope);
        if (wantsNonce(answer)) {
            answer = ask(scope);
        }
        return switch (answer.statusCode()) {
            case 200 -> token(answer);
            case 400, 401, 403 -> throw new NotAuthorised(BrokerProblem.of(answer.statusCode(), answer.body()));
            default -> throw new Unanswered(answer);
        };
    }

    private HttpResponse<byte[]> ask(Scope scope) throws IOException, InterruptedException {
        var address = issuer.tokenEndpoint();
        var now = clock.instant();
        var request = Transport.request(address, ANSWER)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .header("DPoP", Jwts.proof(proofKey, "POST", address, null, nonce, now))
                .POST(BodyPublishers.ofString(form(Map.of(
                        "grant_type",
                        "client_credentials",
                        "client_id",
                        client,
                        "scope",
                        scope.text(),
                        "client_assertion_type",
                        ASSERTION_TYPE,
                        "client_assertion",
                        Jwts.assertion(clientKey, client, issuer.name().toString(), now)))))
                .build();
        return transport.send(request);
    }

    private boolean wantsNonce(HttpResponse<byte[]> answer) {
        var offered = answer.headers().firstValue("DPoP-Nonce");
        offered.ifPresent(value -> nonce = value);
        return offered.isPresent()
                && (answer.statusCode() == 400 || answer.statusCode() == 401)
                && BrokerProblem.of(answer.statusCode(), answer.body()).code().equals("use_dpop_nonce");
    }

    private Token token(HttpResponse<byte[]> answer) {
        try {
            var tree = JsonText.read(answer.body());
            var value = tree.path("access_token").asString("");
            // A token that is not bound to our key would be worth as much to a thief as to us.
            if (value.isEmpty() || !tree.path("token_type").asString("").equalsIgnoreCase("DPoP")) {
                throw new VerificationFailed("the token endpoint gave a token that is not bound to our key");
            }
            return new Token(
                    value, clock.instant().plusSeconds(tree.path("expires_in").asLong(0)));
        } catch (MalformedJson e) {
            throw new BrokerUnavailable("the token endpoint answered with something that is not JSON", e);
        }
    }

    private static String form(Map<String, String> fields) {
        var text = new StringBuilder();
        fields.forEach((name, value) -> text.append(text.isEmpty() ? "" : "&")
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return text.toString();
    }
}
