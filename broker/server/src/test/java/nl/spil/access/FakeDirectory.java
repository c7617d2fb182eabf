package nl.spil.access;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import nl.spil.partner.Partner;
import nl.spil.partner.PartnerDirectory;
import nl.spil.protocol.KeyId;
import nl.spil.protocol.Oin;
import nl.spil.protocol.ParticipantClass;
import nl.spil.protocol.PartnerType;
import nl.spil.protocol.seal.VerificationKey;

/** A directory whose content a test says. */
final class FakeDirectory implements PartnerDirectory {
    private record Known(
            Partner partner, List<VerificationKey> client, List<VerificationKey> signing, Set<String> certificates) {}

    private final Map<Oin, Known> partners = new ConcurrentHashMap<>();

    void add(Oin oin, String type, VerificationKey client, VerificationKey signing, String... certificates) {
        var partner = new Partner(oin, "Partner", new PartnerType(type), ParticipantClass.PUBLIC);
        partners.put(oin, new Known(partner, List.of(client), List.of(signing), Set.of(certificates)));
    }

    void remove(Oin oin) {
        partners.remove(oin);
    }

    @Override
    public Optional<Partner> find(Oin oin) {
        return Optional.ofNullable(partners.get(oin)).map(Known::partner);
    }

    @Override
    public List<Partner> all() {
        return partners.values().stream().map(Known::partner).toList();
    }

    @Override
    public Optional<VerificationKey> signingKey(Oin oin, KeyId id) {
        return signingKeys(oin).stream().filter(key -> key.id().equals(id)).findFirst();
    }

    @Override
    public List<VerificationKey> signingKeys(Oin oin) {
        return Optional.ofNullable(partners.get(oin)).map(Known::signing).orElse(List.of());
    }

    @Override
    public List<VerificationKey> clientKeys(Oin oin) {
        return Optional.ofNullable(partners.get(oin)).map(Known::client).orElse(List.of());
    }

    @Override
    public Set<String> certificates(Oin oin) {
        return Optional.ofNullable(partners.get(oin)).map(Known::certificates).orElse(Set.of());
    }
}
