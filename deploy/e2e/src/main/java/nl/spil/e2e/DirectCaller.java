package nl.spil.e2e;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import nl.spil.protocol.seal.SigningKey;
import nl.spil.sdk.PartnerHome;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A partner that speaks to the broker without the sdk's manners: no retries, no checks, whatever bytes it likes. For
 * measuring, for malformed input, and to see statuses as they are.
 */
public final class DirectCaller implements AutoCloseable {
    private static final Duration TOKEN_USE = Duration.ofMinutes(2);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final URI broker;
    private final String client;
    private final SigningKey clientKey;
    private final SigningKey proofKey = SigningKey.generateEs256();
    private final ObjectNode proofHeader;
    private final HttpClient http;
    private final boolean certified;
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();

    private record Token(String value, Instant until) {}

    public DirectCaller(PartnerHome home, URI broker) {
        this(home, broker, HttpClient.newBuilder(), false);
    }

    /** The same over mutual TLS, with tokens that are bound to the certificate instead of to a key of their own. */
    public static DirectCaller certified(PartnerHome home, URI broker, SSLContext tls) {
        return new DirectCaller(home, broker, HttpClient.newBuilder().sslContext(tls), true);
    }

    private DirectCaller(PartnerHome home, URI broker, HttpClient.Builder http, boolean certified) {
        this.broker = broker;
        this.http = http.connectTimeout(Duration.ofSeconds(10)).build();
        this.certified = certified;
        this.client = home.profile().oin().value();
        this.clientKey = home.clientKey();
        var jwk = proofKey.verification().toJwk();
        jwk.remove("alg");
        jwk.remove("kid");
        jwk.remove("use");
        this.proofHeader = object().put("typ", "dpop+jwt").put("alg", "ES256");
        this.proofHeader.set("jwk", jwk);
    }

    /** An access token for this scope, bound to this caller's proof key; fetched again before it grows old. */
    public String token(String scope) throws IOException, InterruptedException {
        var known = tokens.get(scope);
        if (known == null || Instant.now().isAfter(known.until())) {
            known = new Token(fetch(scope), Instant.now().plus(TOKEN_USE));
            tokens.put(scope, known);
        }
        return known.value();
    }

    private String fetch(String scope) throws IOException, InterruptedException {
        var metadata = JSON.readTree(http.send(
                        HttpRequest.newBuilder(broker.resolve("/.well-known/oauth-authorization-server"))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray())
                .body());
        var endpoint = URI.create(metadata.path("token_endpoint").asString());
        var form = Map.of(
                "grant_type",
                "client_credentials",
                "client_id",
                client,
                "scope",
                scope,
                "client_assertion_type",
                "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                "client_assertion",
                assertion(metadata.path("issuer").asString()));
        var body = form.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(endpoint)
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (!certified) {
            request.header("DPoP", proof("POST", endpoint, ""));
        }
        var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IOException(
                    "no token: " + answer.statusCode() + " " + new String(answer.body(), StandardCharsets.UTF_8));
        }
        return JSON.readTree(answer.body()).path("access_token").asString();
    }

    private String assertion(String audience) {
        var now = Instant.now().getEpochSecond();
        var header = object().put("alg", "ES256")
                .put("typ", "JWT")
                .put("kid", clientKey.id().value());
        var claims = object().put("iss", client)
                .put("sub", client)
                .put("aud", audience)
                .put("jti", UUID.randomUUID().toString())
                .put("iat", now)
                .put("exp", now + 60);
        return signed(header, claims, clientKey);
    }

    /** A proof that the holder of the token's key makes this one request (RFC 9449). */
    public String proof(String method, URI address, String token) {
        var claims = object().put("jti", UUID.randomUUID().toString())
                .put("iat", Instant.now().getEpochSecond())
                .put("htm", method)
                .put("htu", address.toString());
        if (!token.isEmpty()) {
            claims.put("ath", base64Url(sha256(token.getBytes(StandardCharsets.US_ASCII))));
        }
        return signed(proofHeader, claims, proofKey);
    }

    private static String signed(ObjectNode header, ObjectNode claims, SigningKey key) {
        var input = base64Url(JSON.writeValueAsBytes(header)) + "." + base64Url(JSON.writeValueAsBytes(claims));
        return input + "." + base64Url(key.sign(input.getBytes(StandardCharsets.US_ASCII)));
    }

    /** The headers that let a call in: the token, and where it is bound to a key the proof of that key for this call. */
    public Map<String, String> credentials(String method, String path, String scope)
            throws IOException, InterruptedException {
        var token = token(scope);
        return certified
                ? Map.of("Authorization", "Bearer " + token)
                : Map.of("Authorization", "DPoP " + token, "DPoP", proof(method, broker.resolve(path), token));
    }

    /** Makes one call, once; the answer is whatever it is. */
    public HttpResponse<byte[]> call(
            String method, String path, String scope, String contentType, byte[] body, Duration patience)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(broker.resolve(path))
                .timeout(patience)
                .header("Content-Type", contentType)
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
        credentials(method, path, scope).forEach(request::header);
        return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("no SHA-256 on this Java", e);
        }
    }

    private static String base64Url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
