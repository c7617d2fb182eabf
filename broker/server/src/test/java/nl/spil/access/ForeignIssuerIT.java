package nl.spil.access;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import nl.spil.protocol.Oin;
import nl.spil.protocol.seal.CertificateAuthority;
import nl.spil.protocol.seal.Pem;
import nl.spil.protocol.seal.SigningKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The doors with the tokens of an authorization server that somebody else runs. */
class ForeignIssuerIT {
    private static final Oin POLICE = new Oin("00000099000000000101");

    private final SigningKey clientKey = SigningKey.generateEs256();
    private final TestIssuer issuer = new TestIssuer();
    private Doors doors;
    private TestClient police;

    @BeforeEach
    void open(@TempDir Path data) throws Exception {
        doors = Doors.open(data, settings(data));
        doors.directory().add(POLICE, "POLICE", clientKey.verification(), clientKey.verification());
        police = TestClient.of(doors.settings().address(), POLICE, clientKey);
    }

    private Map<String, String> settings(Path data) throws Exception {
        var port = TestPorts.free();
        var root = CertificateAuthority.create("Test root", Instant.now(), Duration.ofDays(9))
                .root();
        var file = java.nio.file.Files.writeString(data.resolve("root.pem"), Pem.write(List.of(root)));
        return Map.ofEntries(
                Map.entry("spil.mode", "EXTERNAL"),
                Map.entry("server.port", Integer.toString(port)),
                Map.entry("spil.address", "http://127.0.0.1:" + port),
                Map.entry("spil.issuer", issuer.name().toString()),
                Map.entry("spil.operator.oin", "00000099000000000001"),
                Map.entry("spil.operator.name", "Test"),
                Map.entry("spil.trust.root", file.toString()),
                Map.entry("spil.database.url", "jdbc:postgresql://127.0.0.1/none"),
                Map.entry("spil.database.owner", "spil_owner"),
                Map.entry("spil.database.owner-password", "a"),
                Map.entry("spil.database.runtime", "spil_broker"),
                Map.entry("spil.database.runtime-password", "b"));
    }

    @AfterEach
    void close() {
        doors.close();
        issuer.close();
    }

    @Test
    void a_partner_enters_with_a_bound_token_of_the_operators_issuer() throws Exception {
        assertThat(enter(token().signedBy(issuer.key())).statusCode()).isEqualTo(200);
        assertThat(enter(token().header("typ", "JWT").signedBy(issuer.key())).statusCode())
                .isEqualTo(200);
    }

    @Test
    void the_broker_issues_no_tokens_itself() throws Exception {
        for (var path : List.of("/oauth2/token", "/oauth2/jwks", "/.well-known/oauth-authorization-server")) {
            assertThat(police.raw("GET", path).statusCode()).as(path).isEqualTo(404);
            assertThat(police.raw("POST", path).statusCode()).as(path).isEqualTo(404);
        }
    }

    @Test
    void a_token_that_is_not_for_this_caller_here_and_now_is_refused() throws Exception {
        var now = Instant.now().getEpochSecond();
        for (var wrong : List.of(
                token().without("cnf"),
                token().claim(
                                "cnf",
                                Map.of("jkt", SigningKey.generateEs256().id().value())),
                token().claim("aud", "https://elsewhere.example"),
                token().without("aud"),
                token().claim("iss", "https://elsewhere.example"),
                token().without("iss"),
                token().claim("exp", now - 1),
                token().without("exp"),
                token().claim("nbf", now + 120),
                token().header("typ", "id+jwt"),
                token().header("alg", "none"),
                token().claim("client_id", "00000099000000000999"),
                token().without("client_id"))) {
            refused(enter(wrong.signedBy(issuer.key())));
        }
        refused(enter(token().signedBy(SigningKey.generateEs256())));
        refused(enter(
                token().header("kid", SigningKey.generateEs256().id().value()).signedBy(SigningKey.generateEs256())));
        refused(police.raw("GET", "/v1/cases", "Authorization", "Bearer " + token().signedBy(issuer.key())));
    }

    @Test
    void rsa_is_accepted_where_the_issuer_publishes_it_and_a_public_key_is_no_shared_secret() throws Exception {
        var rsa = new RSAKeyGenerator(2048).keyID("rsa-1").generate();
        issuer.serve(rsa.toPublicJWK().toJSONString());

        assertThat(enter(signed(rsa, JWSAlgorithm.PS256)).statusCode()).isEqualTo(200);
        assertThat(enter(signed(rsa, JWSAlgorithm.RS256)).statusCode()).isEqualTo(200);
        refused(enter(signed(rsa, JWSAlgorithm.PS512)));
        refused(enter(withSharedSecret(rsa)));
    }

    @Test
    void a_new_key_of_the_issuer_counts_when_it_is_first_used() throws Exception {
        assertThat(enter(token().signedBy(issuer.key())).statusCode()).isEqualTo(200);
        var next = SigningKey.generateEs256();
        issuer.serve(
                issuer.key().verification().toJwk().toString(),
                next.verification().toJwk().toString());

        var answer = enter(token().header("kid", next.id().value()).signedBy(next));

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void tokens_with_keys_nobody_has_do_not_make_us_call_the_issuer_each_time() throws Exception {
        for (var i = 0; i < 40; i++) {
            var nobodys = SigningKey.generateEs256();
            var answer = enter(token().header("kid", nobodys.id().value()).signedBy(nobodys));
            assertThat(answer.statusCode()).isIn(401, 503);
        }

        assertThat(issuer.timesKeysWereAsked()).isLessThan(6);
        assertThat(enter(token().signedBy(issuer.key())).statusCode()).isEqualTo(200);
    }

    @Test
    void an_issuer_that_hangs_is_said_soon_and_it_comes_back_by_itself() throws Exception {
        issuer.hangs();

        var began = System.nanoTime();
        var refused = enter(token().signedBy(issuer.key()));
        var took = Duration.ofNanos(System.nanoTime() - began);

        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(took).isLessThan(Duration.ofSeconds(15));
        issuer.serve(issuer.key().verification().toJwk().toString());
        doors.ahead().set(Duration.ofSeconds(2));
        assertThat(enter(token().signedBy(issuer.key())).statusCode()).isEqualTo(200);
    }

    @Test
    void an_issuer_that_is_away_is_no_failure_of_ours_for_tokens_bound_to_a_certificate_either() throws Exception {
        issuer.hangs();

        var refused = police.raw("GET", "/v1/cases", "Authorization", "Bearer " + token().signedBy(issuer.key()));

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void the_description_of_another_issuer_is_not_believed() throws Exception {
        issuer.describesAnother();

        assertThat(enter(token().signedBy(issuer.key())).statusCode()).isEqualTo(503);
    }

    private HttpResponse<String> enter(String token) throws Exception {
        return police.get("/v1/cases", token);
    }

    private SignedText token() {
        var bound = Map.of("jkt", police.proofKey().id().value());
        return issuer.token(doors.settings().address(), POLICE, "spil.cases", bound);
    }

    private JWTClaimsSet claims() {
        URI address = doors.settings().address();
        return new JWTClaimsSet.Builder()
                .issuer(issuer.name().toString())
                .audience(address.toString())
                .expirationTime(Date.from(Instant.now().plusSeconds(300)))
                .claim("client_id", POLICE.value())
                .claim("scope", "spil.cases")
                .claim("cnf", Map.of("jkt", police.proofKey().id().value()))
                .build();
    }

    private String signed(RSAKey key, JWSAlgorithm algorithm) throws JOSEException {
        var header = new JWSHeader.Builder(algorithm)
                .type(new JOSEObjectType("at+jwt"))
                .keyID(key.getKeyID())
                .build();
        var token = new SignedJWT(header, claims());
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    private String withSharedSecret(RSAKey key) throws JOSEException {
        var header = new JWSHeader.Builder(JWSAlgorithm.HS256)
                .type(new JOSEObjectType("at+jwt"))
                .keyID(key.getKeyID())
                .build();
        var token = new SignedJWT(header, claims());
        token.sign(new MACSigner(key.toPublicJWK().toJSONString().getBytes(US_ASCII)));
        return token.serialize();
    }

    private static void refused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(401);
        assertThat(TestClient.json(answer).path("type").stringValue()).isEqualTo("urn:spil:problem:unauthenticated");
    }
}
