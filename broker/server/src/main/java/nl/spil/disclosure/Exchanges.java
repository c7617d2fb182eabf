package nl.spil.disclosure;

import java.util.Optional;
import java.util.UUID;
import nl.spil.protocol.CaseId;
import nl.spil.protocol.ExchangeId;
import nl.spil.protocol.Oin;
import nl.spil.protocol.Sha256;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Knows which exchanges were let in before, and which entries they led to. */
final class Exchanges {
    private final JdbcClient jdbc;

    Exchanges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What this provider sent under this id before. */
    Optional<Earlier> find(Oin provider, ExchangeId id) {
        return jdbc.sql("select case_id, digest, first_entry, entries from exchange where provider = ? and id = ?")
                .params(provider.value(), UUID.fromString(id.value()))
                .query((row, _) -> new Earlier(
                        id,
                        new CaseId(row.getString("case_id")),
                        new Sha256(row.getString("digest")),
                        row.getLong("first_entry"),
                        row.getInt("entries")))
                .optional();
    }

    /**
     * An exchange that stands in the ledger.
     *
     * @param digest of what its sender signed
     * @param entry where it was recorded as received; its outcomes follow
     * @param entries how many entries it has in all
     */
    record Earlier(ExchangeId id, CaseId caseId, Sha256 digest, long entry, int entries) {}
}
