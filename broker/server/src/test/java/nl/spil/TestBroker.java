package nl.spil;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import nl.spil.access.TestClient;
import nl.spil.protocol.Oin;
import nl.spil.protocol.seal.CertificateAuthority;
import nl.spil.protocol.seal.KeySet;
import nl.spil.protocol.seal.Pem;
import nl.spil.protocol.seal.SealingKeyPair;
import nl.spil.protocol.seal.SigningKey;
import nl.spil.settings.Settings;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole broker in this JVM, with its own PostgreSQL on a folder of the test. */
public final class TestBroker implements AutoCloseable {
    private final Path data;
    private final ConfigurableApplicationContext context;
    private final TestClient operator;

    private TestBroker(Path data, ConfigurableApplicationContext context) {
        this.data = data;
        this.context = context;
        var key = SigningKey.ofJwk(read("operator/keys/client.jwk"));
        this.operator = TestClient.of(
                address(), context.getBean(Settings.class).operator().oin(), key);
    }

    public static TestBroker start(Path data, String... more) {
        var arguments = new String[more.length + 2];
        arguments[0] = "--spil.data=" + data;
        arguments[1] = "--server.port=0";
        System.arraycopy(more, 0, arguments, 2, more.length);
        return new TestBroker(data, SpilBroker.start(arguments));
    }

    public ConfigurableApplicationContext context() {
        return context;
    }

    public URI address() {
        return context.getBean(Settings.class).address();
    }

    /** The operator's own client, with the key from the data folder. */
    public TestClient operator() {
        return operator;
    }

    /** A partner with keys and a certificate, not yet known to the broker. */
    public Member member(String oin, String type) {
        var authority = CertificateAuthority.of(
                SigningKey.ofJwk(read("keys/root-p256.jwk")),
                Pem.read(read("keys/root-p256.pem")).getFirst());
        return Member.of(address(), new Oin(oin), type, authority);
    }

    /** A partner that is registered and has published its keys. */
    public Member join(String oin, String type) throws IOException, InterruptedException {
        var member = member(oin, type);
        require(201, register(member));
        require(200, member.publish(member.keySet(1)));
        return member;
    }

    public HttpResponse<String> register(Member member) throws IOException, InterruptedException {
        var token = operator().token("spil.operate");
        return operator().call("POST", "/v1/partners", token, json(), member.registration());
    }

    /** Lets this key in for the partner, and no other. */
    public HttpResponse<String> replaceCredentials(Member member, SigningKey clientKey)
            throws IOException, InterruptedException {
        return operator()
                .call(
                        "PATCH",
                        "/v1/partners/" + member.oin() + "/credentials",
                        operator().token("spil.operate"),
                        Map.of("Content-Type", "application/merge-patch+json"),
                        "{\"clientKeys\":{\"keys\":[%s]}}"
                                .formatted(clientKey.verification().toJwk())
                                .getBytes(UTF_8));
    }

    static Map<String, String> json() {
        return Map.of("Content-Type", "application/json");
    }

    private static void require(int status, HttpResponse<String> answer) {
        if (answer.statusCode() != status) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
    }

    private String read(String file) {
        try {
            return Files.readString(data.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }

    /** A partner's keys and its system. */
    public record Member(
            Oin oin,
            String type,
            TestClient client,
            SigningKey clientKey,
            SigningKey organisation,
            X509Certificate certificate,
            SigningKey signing,
            SealingKeyPair sealing) {

        static Member of(URI broker, Oin oin, String type, CertificateAuthority authority) {
            var clientKey = SigningKey.generateEs256();
            var organisation = SigningKey.generateEs256();
            var certificate = authority.issue(
                    oin, "Partner " + oin, organisation.verification(), Instant.now(), Duration.ofDays(30));
            return new Member(
                    oin,
                    type,
                    TestClient.of(broker, oin, clientKey),
                    clientKey,
                    organisation,
                    certificate,
                    SigningKey.generateEs256(),
                    SealingKeyPair.generate());
        }

        /** The same partner with a fresh signing key. */
        public Member rotated() {
            return new Member(
                    oin, type, client, clientKey, organisation, certificate, SigningKey.generateEs256(), sealing);
        }

        byte[] registration() {
            return """
                    {"oin":"%s","name":"Partner %s","type":"%s","participantClass":"PUBLIC","clientKeys":{"keys":[%s]}}
                    """.formatted(oin, oin, type, clientKey.verification().toJwk())
                    .getBytes(UTF_8);
        }

        public String keySet(long sequence) {
            var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
            return new KeySet(
                            oin,
                            sequence,
                            now,
                            now.plus(Duration.ofDays(90)),
                            List.of(signing.verification()),
                            List.of(sealing.publicKey()))
                    .sign(organisation, List.of(certificate));
        }

        public HttpResponse<String> publish(String keySet) throws IOException, InterruptedException {
            return client.call(
                    "PUT",
                    "/v1/partners/" + oin + "/keys",
                    client.token("spil.partners"),
                    Map.of("Content-Type", KeySet.MEDIA_TYPE),
                    keySet.getBytes(US_ASCII));
        }
    }
}
