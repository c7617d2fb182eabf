package nl.spil.sdk;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.request;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;

/** What a broker minimally does before anyone can call it: say where tokens come from, and give them. */
final class PretendedBroker {
    static final String TOKEN = "/oauth2/token";

    private PretendedBroker() {}

    /** One kind of request, to be answered differently over time. */
    record To(String method, String path) {
        MappingBuilder builder() {
            return request(method, urlEqualTo(path));
        }
    }

    static void givesTokens(WireMockExtension server) {
        server.stubFor(new To("GET", "/.well-known/oauth-authorization-server")
                .builder()
                .willReturn(okJson("{\"issuer\":\"%s\",\"token_endpoint\":\"%s%s\"}"
                        .formatted(server.baseUrl(), server.baseUrl(), TOKEN))));
        server.stubFor(new To("POST", TOKEN).builder().willReturn(okJson(tokenAnswer("token-1", 300))));
    }

    static String tokenAnswer(String token, int seconds) {
        return "{\"access_token\":\"%s\",\"token_type\":\"DPoP\",\"expires_in\":%d}".formatted(token, seconds);
    }
}
