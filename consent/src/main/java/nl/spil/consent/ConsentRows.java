package nl.spil.consent;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import nl.spil.consent.ChangeRecorder.Row;
import nl.spil.protocol.CaseId;
import nl.spil.protocol.DataCategory;
import nl.spil.protocol.Oin;
import nl.spil.protocol.Pseudonym;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The register's tables: rows are read here and described here; who may add them is not decided here. */
final class ConsentRows {
    private static final String SELECT = """
            select c.*, w.withdrawn_at, w.entry as withdrawal_entry
            from consent c left join consent_withdrawal w on w.consent = c.id
            """;
    private static final String INSERT = """
            insert into consent (id, case_id, subject, provider, recipients, categories, kind, explicit, given_by,
                method, given_at, valid_until, registered_at, entry)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String INSERT_WITHDRAWAL =
            "insert into consent_withdrawal (consent, withdrawn_at, entry) values (?, ?, ?)";

    private final JdbcClient jdbc;
    private final PrivateText texts;

    ConsentRows(JdbcClient jdbc, PrivateText texts) {
        this.jdbc = jdbc;
        this.texts = texts;
    }

    Optional<RegisteredConsent> find(ConsentId id) {
        return jdbc.sql(SELECT + "where c.id = ?")
                .param(id.value())
                .query((row, _) -> registered(row))
                .optional();
    }

    List<RegisteredConsent> ofCase(CaseId caseId) {
        return jdbc.sql(SELECT + "where c.case_id = ? order by c.entry, c.id")
                .param(caseId.value())
                .query((row, _) -> registered(row))
                .list();
    }

    /** How the consent was collected; read apart, since only a person who looks at it needs the words. */
    CollectionMethod method(Consent consent) {
        return jdbc.sql("select method from consent where id = ?")
                .param(consent.id().value())
                .query((row, _) -> new CollectionMethod(texts.open(consent.caseId(), row.getBytes("method"))))
                .single();
    }

    Row given(Consent consent, CollectionMethod method, Instant registeredAt, long entry) {
        return new Row(
                INSERT,
                Arrays.asList(
                        consent.id().value(),
                        consent.caseId().value(),
                        consent.subject().value(),
                        consent.provider().value(),
                        consent.recipients().stream().map(Oin::value).toArray(String[]::new),
                        consent.categories().stream().map(DataCategory::code).toArray(String[]::new),
                        consent.kind().name(),
                        consent.explicit(),
                        consent.givenBy().name(),
                        texts.seal(consent.caseId(), method.words()),
                        consent.givenAt(),
                        consent.validUntil(),
                        registeredAt,
                        entry));
    }

    Row withdrawn(ConsentId id, Instant at, long entry) {
        return new Row(INSERT_WITHDRAWAL, List.of(id.value(), at, entry));
    }

    private static RegisteredConsent registered(ResultSet row) throws SQLException {
        return new RegisteredConsent(
                consent(row), row.getTimestamp("registered_at").toInstant(), row.getLong("entry"), withdrawal(row));
    }

    private static Consent consent(ResultSet row) throws SQLException {
        return new Consent(
                new ConsentId(row.getObject("id", UUID.class)),
                new CaseId(row.getString("case_id")),
                new Pseudonym(row.getString("subject")),
                new Oin(row.getString("provider")),
                set(row.getArray("recipients"), Oin::new),
                set(row.getArray("categories"), DataCategory::new),
                ConsentKind.valueOf(row.getString("kind")),
                row.getBoolean("explicit"),
                GivenBy.valueOf(row.getString("given_by")),
                row.getTimestamp("given_at").toInstant(),
                moment(row.getTimestamp("valid_until")));
    }

    private static @Nullable Withdrawal withdrawal(ResultSet row) throws SQLException {
        var at = moment(row.getTimestamp("withdrawn_at"));
        return at == null ? null : new Withdrawal(at, row.getLong("withdrawal_entry"));
    }

    private static @Nullable Instant moment(@Nullable Timestamp stored) {
        return stored == null ? null : stored.toInstant();
    }

    private static <T extends Comparable<T>> SortedSet<T> set(Array stored, Function<String, T> read)
            throws SQLException {
        var values = new TreeSet<T>();
        for (var value : (String[]) stored.getArray()) {
            values.add(read.apply(value));
        }
        return values;
    }
}
