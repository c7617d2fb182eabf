package nl.spil.disclosure;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.spil.partner.Partner;
import nl.spil.partner.PartnerDirectory;
import nl.spil.protocol.KeyId;
import nl.spil.protocol.Oin;
import nl.spil.protocol.seal.VerificationKey;

/** A directory of test partners, whose keys can be revoked. */
final class Members implements PartnerDirectory {
    private final Map<Oin, Member> members;
    private final Set<KeyId> revoked = new HashSet<>();

    Members(Member... members) {
        this.members = Stream.of(members).collect(Collectors.toMap(Member::oin, Function.identity()));
    }

    void revoke(KeyId key) {
        revoked.add(key);
    }

    @Override
    public Optional<Partner> find(Oin oin) {
        return Optional.ofNullable(members.get(oin)).map(Member::partner);
    }

    @Override
    public List<Partner> all() {
        return members.values().stream().map(Member::partner).toList();
    }

    @Override
    public Optional<VerificationKey> signingKey(Oin oin, KeyId id) {
        return signingKeys(oin).stream().filter(key -> key.id().equals(id)).findFirst();
    }

    @Override
    public List<VerificationKey> signingKeys(Oin oin) {
        return Optional.ofNullable(members.get(oin)).stream()
                .map(member -> member.signing().verification())
                .filter(key -> !revoked.contains(key.id()))
                .toList();
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
