package nl.spil.disclosure;

import java.time.Instant;
import nl.spil.partner.Partner;
import nl.spil.protocol.Actor;
import nl.spil.protocol.ActorRole;
import nl.spil.protocol.EmployeeId;
import nl.spil.protocol.Oin;
import nl.spil.protocol.ParticipantClass;
import nl.spil.protocol.PartnerType;
import nl.spil.protocol.seal.SealingKeyPair;
import nl.spil.protocol.seal.SigningKey;

/** A partner of a test region, with both halves of its keys. */
record Member(Partner partner, SigningKey signing, SealingKeyPair sealing) {
    static Member of(String oin, String type, ParticipantClass participantClass) {
        return new Member(
                new Partner(new Oin(oin), type, new PartnerType(type), participantClass),
                SigningKey.generateEs256(),
                SealingKeyPair.generate());
    }

    Oin oin() {
        return partner.oin();
    }

    /** One of its professionals, under a duty of secrecy. */
    static Actor professional(Instant now) {
        return new Actor(
                new EmployeeId("emp-1"),
                new ActorRole("PARTICIPANT_PROFESSIONAL"),
                true,
                now.plusSeconds(9_000_000),
                false);
    }
}
