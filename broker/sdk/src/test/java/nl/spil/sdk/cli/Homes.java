package nl.spil.sdk.cli;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.spil.protocol.Actor;
import nl.spil.protocol.ActorRole;
import nl.spil.protocol.EmployeeId;
import nl.spil.protocol.Oin;
import nl.spil.protocol.ParticipantClass;
import nl.spil.protocol.PartnerType;
import nl.spil.protocol.proof.Ed25519CheckpointSigner;
import nl.spil.protocol.proof.LogKey;
import nl.spil.protocol.seal.CertificateAuthority;
import nl.spil.protocol.seal.Pem;
import nl.spil.protocol.seal.SigningKey;
import nl.spil.sdk.PartnerHome;
import nl.spil.sdk.Profile;
import nl.spil.sdk.TrustAnchors;

/** Folders of partners as the operator would hand them over. */
final class Homes {
    private Homes() {}

    static void furnish(Path folder, URI broker) {
        var actor = new Actor(
                new EmployeeId("m-17"),
                new ActorRole("PARTICIPANT_PROFESSIONAL"),
                true,
                Instant.parse("2030-01-01T00:00:00Z"),
                false);
        var home = PartnerHome.at(folder);
        var root = CertificateAuthority.create("test", Instant.now(), Duration.ofDays(1))
                .root();
        var release = SigningKey.generateEs256().verification().toJwk();
        home.keep(new Profile(
                new Oin("00000099000000417001"),
                "Wijkteam",
                new PartnerType("NEIGHBOURHOOD_TEAM"),
                ParticipantClass.PRIVATE,
                broker,
                Optional.of(actor)));
        home.keep(new TrustAnchors(
                Pem.write(List.of(root)),
                "{\"keys\":[" + release + "]}",
                new LogKey(Ed25519CheckpointSigner.random("log.example/1").verifierKey(), null).text()));
    }
}
