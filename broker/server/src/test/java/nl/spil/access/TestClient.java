package nl.spil.access;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.spil.protocol.Oin;
import nl.spil.protocol.Sha256;
import nl.spil.protocol.seal.SigningKey;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A partner's system that speaks real HTTP and can do everything right, or any one thing wrong. */
public final class TestClient {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private final HttpClient http;
    private final URI broker;
    private final Oin oin;
    private final SigningKey clientKey;
    private final SigningKey proofKey;

    public TestClient(HttpClient http, URI broker, Oin oin, SigningKey clientKey, SigningKey proofKey) {
        this.http = http;
        this.broker = broker;
        this.oin = oin;
        this.clientKey = clientKey;
        this.proofKey = proofKey;
    }

    public static TestClient of(URI broker, Oin oin, SigningKey clientKey) {
        return new TestClient(HttpClient.newHttpClient(), broker, oin, clientKey, SigningKey.generateEs256());
    }

    /** The same system with another key of its own for proofs, as a thief would have. */
    TestClient withProofKey(SigningKey other) {
        return new TestClient(http, broker, oin, clientKey, other);
    }

    public SignedText assertion() {
        var now = Instant.now().getEpochSecond();
        return new SignedText()
                .header("typ", "JWT")
                .header("kid", clientKey.id().value())
                .claim("iss", oin.value())
                .claim("sub", oin.value())
                .claim("aud", broker.toString())
                .claim("jti", UUID.randomUUID().toString())
                .claim("iat", now)
                .claim("exp", now + 60);
    }

    public SignedText proof(String method, String path) {
        return new SignedText()
                .header("typ", "dpop+jwt")
                .header("jwk", JSON.convertValue(proofKey.verification().toJwk(), Map.class))
                .claim("jti", UUID.randomUUID().toString())
                .claim("htm", method)
                .claim("htu", broker.resolve(path).toString())
                .claim("iat", Instant.now().getEpochSecond());
    }

    SigningKey proofKey() {
        return proofKey;
    }

    SigningKey clientKey() {
        return clientKey;
    }

    public String token(String scope) throws IOException, InterruptedException {
        var proof = proof("POST", "/oauth2/token").signedBy(proofKey);
        var answer = askToken(scope, assertion().signedBy(clientKey), proof);
        if (answer.statusCode() != 200) {
            throw new AssertionError("no token: " + answer.statusCode() + " " + answer.body());
        }
        return json(answer).path("access_token").stringValue();
    }

    HttpResponse<String> askToken(String scope, String assertion, String proof)
            throws IOException, InterruptedException {
        var form = Map.of(
                "grant_type", "client_credentials",
                "client_id", oin.value(),
                "scope", scope,
                "client_assertion_type", ASSERTION,
                "client_assertion", assertion);
        var request = HttpRequest.newBuilder(broker.resolve("/oauth2/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form.entrySet().stream()
                        .map(field -> field.getKey() + '=' + URLEncoder.encode(field.getValue(), UTF_8))
                        .collect(Collectors.joining("&"))));
        if (!proof.isEmpty()) {
            request.header("DPoP", proof);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    /** A call that does everything right. */
    public HttpResponse<String> call(String method, String path, String token, Map<String, String> headers, byte[] body)
            throws IOException, InterruptedException {
        var request = request(method, path, body)
                .header("Authorization", "DPoP " + token)
                .header("DPoP", proofFor(method, path, token));
        headers.forEach(request::header);
        return http.send(request.build(), BodyHandlers.ofString());
    }

    public HttpResponse<String> get(String path, String token) throws IOException, InterruptedException {
        return call("GET", path, token, Map.of(), new byte[0]);
    }

    String proofFor(String method, String path, String token) {
        var withoutQuery = path.replaceFirst("\\?.*", "");
        return proof(method, withoutQuery).claim("ath", digest(token)).signedBy(proofKey);
    }

    static String digest(String token) {
        return Sha256.of(token.getBytes(US_ASCII)).value();
    }

    /** A call with just these headers. */
    HttpResponse<String> raw(String method, String path, String... headers) throws IOException, InterruptedException {
        var request = request(method, path, new byte[0]);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String method, String path, byte[] body) {
        return HttpRequest.newBuilder(broker.resolve(path))
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    }

    public static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }
}
