package nl.spil.access;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.spil.protocol.Oin;
import nl.spil.protocol.seal.SigningKey;

/** An authorization server of somebody else, of which a test decides what it says and whether it answers. */
public final class TestIssuer implements AutoCloseable {
    private static final String KEYS = "/realms/zvh/keys";

    private final WireMockServer server = new WireMockServer(
            WireMockConfiguration.options().bindAddress("127.0.0.1").dynamicPort());
    private final SigningKey key = SigningKey.generateEs256();

    public TestIssuer() {
        server.start();
        serve(key.verification().toJwk().toString());
    }

    public URI name() {
        return URI.create("http://127.0.0.1:" + server.port() + "/realms/zvh");
    }

    public SigningKey key() {
        return key;
    }

    /** Publishes these keys; the description stands in OpenID's place, as most servers have it. */
    void serve(String... jwks) {
        server.resetMappings();
        var description = "{\"issuer\":\"%s\",\"jwks_uri\":\"%s\"}".formatted(name(), name().resolve(KEYS));
        server.stubFor(
                get(urlEqualTo("/realms/zvh/.well-known/openid-configuration")).willReturn(okJson(description)));
        var keys = Stream.of(jwks).collect(Collectors.joining(",", "{\"keys\":[", "]}"));
        server.stubFor(get(urlEqualTo(KEYS)).willReturn(okJson(keys)));
    }

    void describesAnother() {
        server.resetMappings();
        server.stubFor(get(urlEqualTo("/realms/zvh/.well-known/openid-configuration"))
                .willReturn(okJson(
                        "{\"issuer\":\"https://elsewhere.example\",\"jwks_uri\":\"" + name().resolve(KEYS) + "\"}")));
    }

    /** Takes the question and says nothing. */
    void hangs() {
        server.resetMappings();
        server.stubFor(get(urlEqualTo("/realms/zvh/.well-known/openid-configuration"))
                .willReturn(aResponse().withFixedDelay(20_000)));
    }

    int timesKeysWereAsked() {
        return server.findAll(getRequestedFor(urlEqualTo(KEYS))).size();
    }

    /** A token as it should be, of which a test may change what it likes. */
    public SignedText token(URI audience, Oin client, String scope, Map<String, String> confirmation) {
        var now = Instant.now().getEpochSecond();
        return new SignedText()
                .header("typ", "at+jwt")
                .header("kid", key.id().value())
                .claim("iss", name().toString())
                .claim("aud", audience.toString())
                .claim("client_id", client.value())
                .claim("sub", client.value())
                .claim("scope", scope)
                .claim("iat", now)
                .claim("exp", now + 300)
                .claim("jti", UUID.randomUUID().toString())
                .claim("cnf", confirmation);
    }

    @Override
    public void close() {
        server.stop();
    }
}
