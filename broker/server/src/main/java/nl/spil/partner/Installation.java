package nl.spil.partner;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import nl.spil.embedded.KeyFile;
import nl.spil.embedded.PrivateFiles;
import nl.spil.protocol.ParticipantClass;
import nl.spil.protocol.seal.CertificateAuthority;
import nl.spil.protocol.seal.Pem;
import nl.spil.protocol.seal.SigningKey;
import nl.spil.settings.Settings;
import tools.jackson.databind.node.JsonNodeFactory;

/** The keys and papers of this installation in the data folder; what is missing is made at the first start. */
final class Installation {
    private static final Duration ROOT_LIFE = Duration.ofDays(10 * 365L);

    private final Settings settings;
    private final Clock clock;

    Installation(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    BrokerIdentity identity() {
        var release = KeyFile.es256(settings.keys().resolve("release-p256.jwk"));
        var root = settings.root().map(Installation::certificate).orElseGet(this::ownRoot);
        write(trust().resolve("root.pem"), Pem.write(List.of(root)).getBytes(US_ASCII));
        write(trust().resolve("release.jwks"), publicSet(release).getBytes(UTF_8));
        return new BrokerIdentity(settings.operator().oin(), release, root);
    }

    /** The operator as a client of its own broker: profile and key in `<data>/operator`, for the command line. */
    NewPartner operator() {
        var folder = PrivateFiles.folder(settings.data().resolve("operator"));
        var key = KeyFile.es256(folder.resolve("keys").resolve("client.jwk"));
        var partner = new Partner(
                settings.operator().oin(), settings.operator().name(), Partner.OPERATOR, ParticipantClass.PUBLIC);
        write(folder.resolve("profile.json"), profile(partner).getBytes(UTF_8));
        return new NewPartner(partner, new Credentials(List.of(key.verification()), Set.of()));
    }

    private Path trust() {
        return settings.data().resolve("trust");
    }

    private X509Certificate ownRoot() {
        var file = settings.keys().resolve("root-p256.pem");
        var key = settings.keys().resolve("root-p256.jwk");
        if (!Files.exists(file)) {
            var made = CertificateAuthority.create("Spil " + settings.operator().name(), clock.instant(), ROOT_LIFE);
            PrivateFiles.folder(settings.keys());
            PrivateFiles.write(key, made.key().toJwk().toString().getBytes(UTF_8));
            PrivateFiles.write(file, Pem.write(List.of(made.root())).getBytes(US_ASCII));
        }
        return certificate(file);
    }

    private static X509Certificate certificate(Path file) {
        try {
            return Pem.read(Files.readString(file)).getFirst();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the certificate " + file, e);
        }
    }

    private static void write(Path file, byte[] content) {
        PrivateFiles.folder(file.toAbsolutePath().resolveSibling(""));
        PrivateFiles.write(file, content);
    }

    static String publicSet(SigningKey key) {
        var set = JsonNodeFactory.instance.objectNode();
        set.putArray("keys").add(key.verification().toJwk());
        return set.toString();
    }

    private String profile(Partner partner) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("oin", partner.oin().value())
                .put("name", partner.name())
                .put("type", partner.type().code())
                .put("participantClass", partner.participantClass().name())
                .put("broker", settings.address().toString())
                .toString();
    }
}
