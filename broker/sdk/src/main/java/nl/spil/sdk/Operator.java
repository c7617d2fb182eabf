package nl.spil.sdk;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import nl.spil.protocol.proof.LogKey;
import nl.spil.protocol.proof.Receipt;
import nl.spil.protocol.seal.CertificateAuthority;
import nl.spil.protocol.seal.Pem;
import nl.spil.protocol.seal.SigningKey;
import tools.jackson.databind.JsonNode;

/**
 * Whoever runs the broker, on the machine where its data folder is: lets partners in, and hands each its certificate and
 * what it must trust. Holds the root of an embedded installation; elsewhere certificates come from PKIoverheid.
 */
public final class Operator {
    private static final Duration CERTIFICATE_LIFE = Duration.ofDays(3 * 365L);
    private static final String MERGE_PATCH = "application/merge-patch+json";

    private final Folder data;
    private final URI address;
    private final Broker broker;
    private final InstantSource clock;

    private Operator(Folder data, URI address, Broker broker, InstantSource clock) {
        this.data = data;
        this.address = address;
        this.broker = broker;
        this.clock = clock;
    }

    /** The operator of the broker that runs on this data folder now. */
    public static Operator of(Path dataFolder, Patience patience, Locale language) {
        var data = new Folder(dataFolder);
        var home = PartnerHome.at(dataFolder.resolve("operator"));
        var running = data.read("broker.json")
                .map(JsonText::read)
                .orElseThrow(() -> new BrokerUnavailable("no broker runs on " + dataFolder));
        var address = URI.create(running.path("url").asString(""));
        var clock = InstantSource.system();
        var setup = new Broker.Setup(address, home.profile().oin().value(), patience, Thread::sleep, clock, language);
        var broker = new Broker(
                setup,
                new Transport(Transport.usual()),
                home.clientKey(),
                SigningKey.generateEs256(),
                (call, actor, audience) -> "");
        return new Operator(data, address, broker, clock);
    }

    public URI address() {
        return address;
    }

    /** What every partner of this installation must know, from the data folder itself. */
    public TrustAnchors anchors() {
        var trust = data.folder("trust");
        return new TrustAnchors(
                text(trust, PartnerHome.ROOT), text(trust, PartnerHome.RELEASE_KEYS), text(data, "log.vkey"));
    }

    /** Registers a partner and fills its folder: profile, client key, certificate, and whom to trust. */
    public Receipt register(Profile profile, PartnerHome home) {
        home.keep(anchors());
        if (!home.ownKeys().areCertified()) {
            var organisation = SigningKey.generateEs256();
            home.certify(organisation, List.of(certificate(profile, organisation)));
        }
        var tree = JsonText.object()
                .put("oin", profile.oin().value())
                .put("name", profile.name())
                .put("type", profile.type().code())
                .put("participantClass", profile.participantClass().name());
        tree.putObject("clientKeys")
                .putArray("keys")
                .add(home.clientKey().verification().toJwk());
        var answer = broker.call(Call.post("/v1/partners", Scope.OPERATE, tree)).json();
        home.keep(profile);
        var receipt = OutcomeJson.receipt(answer)
                .orElseThrow(() -> new VerificationFailed("the broker gave no receipt for the registration"));
        receipt.verify(home.logKey());
        return receipt;
    }

    /**
     * Gives a partner a fresh client key in place of all it had; tokens asked with those end at once. Cut short, it goes on
     * with the same key when called again.
     */
    public Receipt renewClientKey(PartnerHome home) {
        var next = home.nextClientKey();
        var tree = JsonText.object();
        tree.putObject("clientKeys").putArray("keys").add(next.verification().toJwk());
        var path = "/v1/partners/" + home.profile().oin() + "/credentials";
        var call = Call.of("PATCH", path, Scope.OPERATE).carrying(MERGE_PATCH, JsonText.write(tree));
        var receipt = OutcomeJson.receipt(broker.call(call).json())
                .orElseThrow(() -> new VerificationFailed("the broker gave no receipt for the new credentials"));
        receipt.verify(home.logKey());
        home.useClientKey(next);
        return receipt;
    }

    private X509Certificate certificate(Profile profile, SigningKey organisation) {
        var keys = data.folder("keys");
        var authority = CertificateAuthority.of(
                SigningKey.ofJwk(text(keys, "root-p256.jwk")),
                Pem.read(text(keys, "root-p256.pem")).getFirst());
        return authority.issue(
                profile.oin(), profile.name(), organisation.verification(), clock.instant(), CERTIFICATE_LIFE);
    }

    /** All partners, as the directory shows them. */
    public JsonNode partners() {
        return broker.call(Call.get("/v1/partners", Scope.PARTNERS)).json();
    }

    LogKey logKey() {
        return LogKey.parse(text(data, "log.vkey"));
    }

    /** Where the last checkpoint stands that was found good. */
    Folder memory() {
        return data.folder("operator").folder("log");
    }

    Broker broker() {
        return broker;
    }

    private static String text(Folder folder, String name) {
        return folder.read(name)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no " + folder.path().resolve(name) + ": is this the data folder of a broker?"));
    }
}
