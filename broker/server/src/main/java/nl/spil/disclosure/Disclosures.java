package nl.spil.disclosure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.spil.disclosure.KeptDisclosure.Ending;
import nl.spil.protocol.CaseId;
import nl.spil.protocol.DisclosureId;
import nl.spil.protocol.ExchangeId;
import nl.spil.protocol.Oin;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what waits for recipients and what became of it. */
final class Disclosures {
    private static final String COLUMNS = """
            select id, entry, exchange, provider, recipient, case_id, partial, recorded_at, expires_at, collected_at,
              ended_as
            from disclosure
            """;

    private final JdbcClient jdbc;

    Disclosures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A disclosure to this recipient; another's is not there. */
    Optional<KeptDisclosure> find(DisclosureId id, Oin recipient) {
        return jdbc.sql(COLUMNS + "where id = ? and recipient = ?")
                .params(id.value(), recipient.value())
                .query((row, _) -> read(row))
                .optional();
    }

    /** The sealed items; empty once the disclosure ended. */
    Optional<byte[]> parcel(DisclosureId id) {
        return jdbc.sql("select sealed from disclosure where id = ? and ended_as is null")
                .param(id.value())
                .query((row, _) -> row.getBytes("sealed"))
                .optional();
    }

    /** What was recorded for this recipient after this entry, oldest first. */
    List<KeptDisclosure> after(long entry, Oin recipient, int limit) {
        return jdbc.sql(COLUMNS + "where recipient = ? and entry > ? order by entry limit ?")
                .params(recipient.value(), entry, limit)
                .query((row, _) -> read(row))
                .list();
    }

    /** Those whose time is over but that have not ended yet. */
    List<KeptDisclosure> overdue(Instant now, int limit) {
        return jdbc.sql(COLUMNS + "where ended_as is null and expires_at <= ? order by expires_at limit ?")
                .params(timestamp(now), limit)
                .query((row, _) -> read(row))
                .list();
    }

    /** The cases for which something waits. */
    List<CaseId> casesInWaiting() {
        return jdbc.sql("select distinct case_id from disclosure where ended_as is null")
                .query((row, _) -> new CaseId(row.getString("case_id")))
                .list();
    }

    /** What waits in one case. */
    List<KeptDisclosure> waitingIn(CaseId caseId) {
        return jdbc.sql(COLUMNS + "where ended_as is null and case_id = ?")
                .param(caseId.value())
                .query((row, _) -> read(row))
                .list();
    }

    private static KeptDisclosure read(ResultSet row) throws SQLException {
        var ended = row.getString("ended_as");
        return new KeptDisclosure(
                new DisclosureId(row.getObject("id", UUID.class)),
                row.getLong("entry"),
                new ExchangeId(row.getObject("exchange", UUID.class).toString()),
                new Oin(row.getString("provider")),
                new Oin(row.getString("recipient")),
                new CaseId(row.getString("case_id")),
                row.getBoolean("partial"),
                row.getTimestamp("recorded_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                instant(row, "collected_at"),
                ended == null ? null : Ending.valueOf(ended));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var moment = row.getTimestamp(column);
        return moment == null ? null : moment.toInstant();
    }

    static OffsetDateTime timestamp(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
