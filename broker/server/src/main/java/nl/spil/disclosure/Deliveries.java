package nl.spil.disclosure;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import nl.spil.casefile.CaseKeys;
import nl.spil.disclosure.Outcome.Disclosure;
import nl.spil.ledger.Position;
import nl.spil.ledger.Rows;
import nl.spil.ledger.Work;
import nl.spil.protocol.CaseId;
import nl.spil.protocol.DisclosureId;
import nl.spil.protocol.seal.KeptExchange;
import nl.spil.protocol.seal.VerifiedExchange;

/** Puts away for each recipient what it may have and nothing else, sealed under the key of the case. */
final class Deliveries {
    private static final String EXCHANGE =
            "insert into exchange (provider, id, case_id, digest, first_entry, entries) values (?, ?, ?, ?, ?, ?)";
    private static final String DISCLOSURE = """
            insert into disclosure (id, entry, exchange, provider, recipient, case_id, partial, recorded_at,
              expires_at, sealed)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final CaseKeys keys;

    Deliveries(CaseKeys keys) {
        this.keys = keys;
    }

    /** The rows of an exchange, whose own entry comes first and then one for each outcome. */
    Work of(VerifiedExchange exchange, List<Outcome> outcomes) {
        // Sealed here, by the caller's thread; the ledger's one writer must not wait for it.
        var parcels = new HashMap<DisclosureId, byte[]>();
        for (var outcome : outcomes) {
            if (outcome instanceof Disclosure disclosure) {
                parcels.put(disclosure.id(), parcel(exchange, disclosure));
            }
        }
        return (rows, positions) -> {
            exchange(rows, exchange, positions);
            for (var i = 0; i < outcomes.size(); i++) {
                if (outcomes.get(i) instanceof Disclosure disclosure) {
                    var parcel = Objects.requireNonNull(parcels.get(disclosure.id()));
                    disclosure(rows, exchange, disclosure, parcel, positions.get(i + 1));
                }
            }
        };
    }

    private byte[] parcel(VerifiedExchange exchange, Disclosure disclosure) {
        var kept = exchange.keepFor(disclosure.recipient(), disclosure.ruling().permittedIds());
        return keys.of(exchange.claims().caseId()).seal(place(disclosure.id()), kept.bytes());
    }

    /** What was put away for this disclosure. */
    KeptExchange opened(CaseId caseId, DisclosureId id, byte[] parcel) {
        return KeptExchange.parse(keys.of(caseId).open(place(id), parcel)).orThrow();
    }

    private static String place(DisclosureId id) {
        return "delivery " + id;
    }

    private static void exchange(Rows rows, VerifiedExchange exchange, List<Position> positions) throws SQLException {
        var claims = exchange.claims();
        rows.insert(
                EXCHANGE,
                claims.sender().value(),
                UUID.fromString(claims.exchange().value()),
                claims.caseId().value(),
                exchange.signedDigest().value(),
                positions.getFirst().index(),
                positions.size());
    }

    private static void disclosure(
            Rows rows, VerifiedExchange exchange, Disclosure disclosure, byte[] parcel, Position position)
            throws SQLException {
        var claims = exchange.claims();
        rows.insert(
                DISCLOSURE,
                disclosure.id().value(),
                position.index(),
                UUID.fromString(claims.exchange().value()),
                claims.sender().value(),
                disclosure.recipient().value(),
                claims.caseId().value(),
                disclosure.ruling().partial(),
                position.time(),
                claims.expiresAt(),
                parcel);
    }
}
