package nl.spil.e2e.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.spil.e2e.DirectCaller;
import nl.spil.e2e.Region;
import nl.spil.protocol.Actor;
import nl.spil.protocol.ActorRole;
import nl.spil.protocol.EmployeeId;
import nl.spil.protocol.Oin;
import nl.spil.protocol.ParticipantClass;
import nl.spil.protocol.PartnerType;
import nl.spil.protocol.seal.CertificateAuthority;
import nl.spil.protocol.seal.Pem;
import nl.spil.protocol.seal.SigningKey;
import nl.spil.sdk.Admission;
import nl.spil.sdk.Operator;
import nl.spil.sdk.PartnerHome;
import nl.spil.sdk.Patience;
import nl.spil.sdk.Profile;
import nl.spil.sdk.SpilPartner;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Police with a certificate for mutual TLS beside the usual keys: whoever sends in the measurement. */
final class CertifiedSender {
    static final Oin OIN = new Oin("00000099000000990004");

    private CertifiedSender() {}

    static SpilPartner at(Path home) {
        return SpilPartner.at(PartnerHome.at(home), Patience.usual(), Locale.ENGLISH);
    }

    static void register(Path data, Path folder, String certificate, Region region)
            throws IOException, InterruptedException {
        var operator = Operator.of(data, Patience.usual(), Locale.ENGLISH);
        var home = PartnerHome.at(folder);
        var until = Instant.now().plus(Duration.ofDays(30)).truncatedTo(ChronoUnit.SECONDS);
        var actor = new Actor(new EmployeeId("e-1"), new ActorRole("PARTICIPANT_PROFESSIONAL"), true, until, false);
        home.keep(operator.anchors());
        vouch(data, home);
        home.keep(new Profile(
                OIN,
                "measured",
                new PartnerType("POLICE"),
                ParticipantClass.PUBLIC,
                operator.address(),
                Optional.of(actor)));
        announce(data, operator, home, certificate);
        at(folder).publishKeys();
        region.municipality().admit(region.caseId(), OIN, Admission.asParticipant());
    }

    /** The organisation's certificate under the root of this installation, as the operator's command makes it. */
    private static void vouch(Path data, PartnerHome home) throws IOException {
        var keys = data.resolve("keys");
        var authority = CertificateAuthority.of(
                SigningKey.ofJwk(Files.readString(keys.resolve("root-p256.jwk"))),
                Pem.read(Files.readString(keys.resolve("root-p256.pem"))).getFirst());
        var organisation = SigningKey.generateEs256();
        home.certify(
                organisation,
                List.of(authority.issue(
                        OIN, "measured", organisation.verification(), Instant.now(), Duration.ofDays(30))));
    }

    private static void announce(Path data, Operator operator, PartnerHome home, String certificate)
            throws IOException, InterruptedException {
        var body = JsonNodeFactory.instance
                .objectNode()
                .put("oin", OIN.value())
                .put("name", "measured")
                .put("type", "POLICE")
                .put("participantClass", "PUBLIC");
        body.putObject("clientKeys")
                .putArray("keys")
                .add(home.clientKey().verification().toJwk());
        body.putArray("certificates").add(certificate);
        try (var caller = new DirectCaller(PartnerHome.at(data.resolve("operator")), operator.address())) {
            var answer = caller.call(
                    "POST",
                    "/v1/partners",
                    "spil.operate",
                    "application/json",
                    JsonMapper.shared().writeValueAsBytes(body),
                    Duration.ofSeconds(60));
            if (answer.statusCode() != 201) {
                throw new IOException("the sender was not registered: " + answer.statusCode() + " "
                        + new String(answer.body(), StandardCharsets.UTF_8));
            }
        }
    }
}
