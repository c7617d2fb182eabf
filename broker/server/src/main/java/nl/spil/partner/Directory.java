package nl.spil.partner;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Supplier;
import nl.spil.protocol.KeyId;
import nl.spil.protocol.Oin;
import nl.spil.protocol.seal.VerificationKey;
import org.jspecify.annotations.Nullable;

/**
 * The directory in memory.
 *
 * <p>While something is being changed it reads the database each time, so that nobody can see an old key together with
 * the version of the facts that replaced it.
 */
final class Directory implements PartnerDirectory {
    private final Supplier<SortedMap<Oin, KnownPartner>> rows;
    private final Clock clock;
    private volatile @Nullable SortedMap<Oin, KnownPartner> kept;
    private int changing;
    private long changes;

    Directory(Supplier<SortedMap<Oin, KnownPartner>> rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** Runs a change during which nothing is answered from memory. */
    <T> T during(Supplier<T> change) {
        begin();
        try {
            return change.get();
        } finally {
            end();
        }
    }

    private synchronized void begin() {
        changing++;
        kept = null;
    }

    private synchronized void end() {
        changing--;
        changes++;
        kept = null;
    }

    private SortedMap<Oin, KnownPartner> partners() {
        var known = kept;
        return known == null ? read() : known;
    }

    private SortedMap<Oin, KnownPartner> read() {
        var before = changesSoFar();
        var read = rows.get();
        keepUnlessChanged(read, before);
        return read;
    }

    private synchronized long changesSoFar() {
        return changes;
    }

    private synchronized void keepUnlessChanged(SortedMap<Oin, KnownPartner> read, long before) {
        if (changing == 0 && changes == before) {
            kept = read;
        }
    }

    Optional<KnownPartner> known(Oin oin) {
        return Optional.ofNullable(partners().get(oin));
    }

    @Override
    public Optional<Partner> find(Oin oin) {
        return known(oin).map(KnownPartner::partner);
    }

    @Override
    public List<Partner> all() {
        return partners().values().stream().map(KnownPartner::partner).toList();
    }

    @Override
    public Optional<VerificationKey> signingKey(Oin oin, KeyId id) {
        return signingKeys(oin).stream().filter(key -> key.id().equals(id)).findFirst();
    }

    @Override
    public List<VerificationKey> signingKeys(Oin oin) {
        return known(oin).map(partner -> partner.signingKeys(clock.instant())).orElse(List.of());
    }

    @Override
    public List<VerificationKey> clientKeys(Oin oin) {
        return known(oin).map(KnownPartner::clientKeysInForce).orElse(List.of());
    }

    @Override
    public Set<String> certificates(Oin oin) {
        return known(oin).map(KnownPartner::certificatesInForce).orElse(Set.of());
    }

    @Override
    public boolean countsCertificate(Oin oin, String thumbprint) {
        return known(oin)
                .filter(partner -> partner.credentials().certificates().isEmpty()
                        || partner.certificatesInForce().contains(thumbprint))
                .isPresent();
    }

    /** The keys that the partner took back, and where in the log. */
    Map<KeyId, Long> revoked(Oin oin) {
        return known(oin).map(KnownPartner::revoked).orElse(Map.of());
    }
}
