package nl.spil.sdk;

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
import nl.spil.protocol.seal.CertificateAuthority;
import nl.spil.protocol.seal.Pem;
import nl.spil.protocol.seal.SigningKey;

/** Fills a partner's folder as the operator of an honest broker would hand it over. */
final class PartnerHomes {
    private PartnerHomes() {}

    /** The partner trusts one root, and is certified by it or by another. */
    static void furnish(
            PartnerHome home,
            Oin oin,
            String type,
            HonestBroker broker,
            CertificateAuthority trusted,
            CertificateAuthority certifying) {
        var actor = new Actor(
                new EmployeeId("m-1"),
                new ActorRole("PARTICIPANT_PROFESSIONAL"),
                true,
                Instant.parse("2040-01-01T00:00:00Z"),
                false);
        home.keep(new Profile(
                oin, "partner", new PartnerType(type), ParticipantClass.PUBLIC, broker.address(), Optional.of(actor)));
        home.keep(new TrustAnchors(
                Pem.write(List.of(trusted.root())),
                "{\"keys\":[" + broker.releaseKey.verification().toJwk() + "]}",
                broker.log.key().text()));
        var organisation = SigningKey.generateEs256();
        home.certify(
                organisation,
                List.of(certifying.issue(
                        oin, "partner", organisation.verification(), Instant.now(), Duration.ofDays(1))));
    }
}
