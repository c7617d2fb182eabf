package nl.spil.partner;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.cert.X509Certificate;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.spil.protocol.Checked;
import nl.spil.protocol.Json;
import nl.spil.protocol.KeyId;
import nl.spil.protocol.Oin;
import nl.spil.protocol.ParticipantClass;
import nl.spil.protocol.PartnerType;
import nl.spil.protocol.seal.KeySet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the whole directory; it is small, and is read again only after a change. */
final class PartnerRows {
    private static final Logger LOG = LoggerFactory.getLogger(PartnerRows.class);
    private static final int LONGEST_KEYS = 64 * 1024;

    private final JdbcClient database;
    private final X509Certificate root;
    private final Clock clock;

    PartnerRows(JdbcClient database, X509Certificate root, Clock clock) {
        this.database = database;
        this.root = root;
        this.clock = clock;
    }

    SortedMap<Oin, KnownPartner> all() {
        var published = published();
        var replaced = replacedCredentials();
        var revoked = revoked();
        var partners = new TreeMap<Oin, KnownPartner>();
        database.sql("select oin, name, type, participant_class, client_keys, certificates, entry from partner")
                .query((row, _) -> known(row, replaced, published, revoked))
                .list()
                .forEach(known -> partners.put(known.partner().oin(), known));
        return partners;
    }

    private static KnownPartner known(
            ResultSet row,
            Map<Oin, Recorded> replaced,
            Map<Oin, PublishedKeys> published,
            Map<Oin, Map<KeyId, Long>> revoked)
            throws SQLException {
        var oin = new Oin(row.getString("oin"));
        var partner = new Partner(
                oin,
                row.getString("name"),
                new PartnerType(row.getString("type")),
                ParticipantClass.valueOf(row.getString("participant_class")));
        var current = replaced.getOrDefault(oin, credentials(row));
        return new KnownPartner(
                partner,
                current.credentials(),
                row.getLong("entry"),
                current.entry(),
                Optional.ofNullable(published.get(oin)),
                Map.copyOf(revoked.getOrDefault(oin, Map.of())));
    }

    private Map<Oin, Recorded> replacedCredentials() {
        var newest = new HashMap<Oin, Recorded>();
        database.sql("select distinct on (oin) oin, client_keys, certificates, entry from partner_credentials"
                        + " order by oin, entry desc")
                .query((row, _) -> newest.put(new Oin(row.getString("oin")), credentials(row)))
                .list();
        return newest;
    }

    private static Recorded credentials(ResultSet row) throws SQLException {
        var keys = Json.read(row.getString("client_keys").getBytes(UTF_8), LONGEST_KEYS);
        var certificates = Set.of((String[]) row.getArray("certificates").getArray());
        return new Recorded(new Credentials(ClientKeys.in(keys), certificates), row.getLong("entry"));
    }

    /** Credentials and where in the log they stand. */
    private record Recorded(Credentials credentials, long entry) {}

    private Map<Oin, PublishedKeys> published() {
        var sets = new HashMap<Oin, PublishedKeys>();
        database.sql("select distinct on (oin) oin, sequence, jwks, hash, entry from partner_key_set"
                        + " order by oin, sequence desc")
                .query((row, _) -> {
                    var oin = new Oin(row.getString("oin"));
                    var jwks = row.getString("jwks");
                    return sets.put(
                            oin,
                            new PublishedKeys(
                                    row.getLong("sequence"),
                                    verified(oin, jwks),
                                    jwks,
                                    row.getString("hash"),
                                    row.getLong("entry")));
                })
                .list();
        return sets;
    }

    /** Checked again each time it is read: whoever can write to the database must not be able to swap keys. */
    private Optional<KeySet> verified(Oin oin, String jwks) {
        return switch (KeySet.verify(jwks, root, oin, 0, clock.instant())) {
            case Checked.Sound<KeySet>(var set) -> Optional.of(set);
            case Checked.Unsound<KeySet>(var problems) -> {
                LOG.warn(
                        "the published keys of partner {} do not hold: {}",
                        oin,
                        problems.getFirst().code());
                yield Optional.empty();
            }
        };
    }

    private Map<Oin, Map<KeyId, Long>> revoked() {
        record Row(Oin oin, KeyId kid, long entry) {}
        List<Row> rows = database.sql("select oin, kid, entry from revoked_key")
                .query((row, _) ->
                        new Row(new Oin(row.getString("oin")), new KeyId(row.getString("kid")), row.getLong("entry")))
                .list();
        var revoked = new HashMap<Oin, Map<KeyId, Long>>();
        rows.forEach(
                row -> revoked.computeIfAbsent(row.oin(), _ -> new HashMap<>()).put(row.kid(), row.entry()));
        return revoked;
    }
}
