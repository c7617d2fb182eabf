package nl.spil.casefile;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.spil.partner.Partner;
import nl.spil.partner.PartnerDirectory;
import nl.spil.protocol.KeyId;
import nl.spil.protocol.Oin;
import nl.spil.protocol.ParticipantClass;
import nl.spil.protocol.PartnerType;
import nl.spil.protocol.seal.VerificationKey;

/** The partners of a region, for tests: without keys. */
public final class KnownPartners implements PartnerDirectory {
    public static final Partner NEIGHBOURHOOD_TEAM = partner(1, "NEIGHBOURHOOD_TEAM", ParticipantClass.PRIVATE);
    public static final Partner MUNICIPALITY = partner(2, "MUNICIPAL_EXECUTIVE", ParticipantClass.PUBLIC);
    public static final Partner POLICE = partner(3, "POLICE", ParticipantClass.PUBLIC);
    public static final Partner MENTAL_HEALTH_CARE = partner(4, "MENTAL_HEALTH_CARE", ParticipantClass.PRIVATE);
    public static final Partner PROBATION = partner(5, "PROBATION", ParticipantClass.PRIVATE);
    public static final Partner HOUSING = partner(6, "HOUSING_ASSOCIATION", ParticipantClass.INCIDENTAL);
    public static final Partner OPERATOR = partner(9, "BROKER", ParticipantClass.PUBLIC);
    private static final List<Partner> ALL =
            List.of(NEIGHBOURHOOD_TEAM, MUNICIPALITY, POLICE, MENTAL_HEALTH_CARE, PROBATION, HOUSING, OPERATOR);

    private static Partner partner(int number, String type, ParticipantClass participantClass) {
        var oin = new Oin("0000009900000000000" + number);
        return new Partner(oin, "Partner " + number, new PartnerType(type), participantClass);
    }

    @Override
    public Optional<Partner> find(Oin oin) {
        return ALL.stream().filter(partner -> partner.oin().equals(oin)).findFirst();
    }

    @Override
    public List<Partner> all() {
        return ALL;
    }

    @Override
    public Optional<VerificationKey> signingKey(Oin oin, KeyId id) {
        return Optional.empty();
    }

    @Override
    public List<VerificationKey> signingKeys(Oin oin) {
        return List.of();
    }

    @Override
    public List<VerificationKey> clientKeys(Oin oin) {
        return List.of();
    }

    @Override
    public Set<String> certificates(Oin oin) {
        return Set.of();
    }
}
