package nl.spil.administration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.spil.decision.PolicyVersion;
import nl.spil.protocol.EmployeeId;
import nl.spil.protocol.Oin;
import nl.spil.protocol.Sha256;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The proposals as the database keeps them. */
final class Proposals {
    static final String INSERT = """
            insert into policy_proposal (revision, digest, archive, author_partner, author, again, tests_report,
                tests_passed, invariants, proposed_at, entry) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    static final String INSERT_STEP = """
            insert into policy_step (entry, revision, kind, partner, employee, at, verdict, remarks, articles, replay,
                moment) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String SELECT = """
            select revision, digest, author_partner, author, again, tests_report, tests_passed, invariants, proposed_at,
                entry from policy_proposal""";

    private final JdbcClient jdbc;

    Proposals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Proposal> all() {
        return jdbc.sql(SELECT + " order by revision desc").query((row, _) -> proposal(row)).list().stream()
                .map(this::withSteps)
                .toList();
    }

    Optional<Proposal> find(long revision) {
        return jdbc.sql(SELECT + " where revision = ?")
                .param(revision)
                .query((row, _) -> proposal(row))
                .optional()
                .map(this::withSteps);
    }

    /** Proposals with an order whose moment has come and which were never in use. */
    List<Proposal> due(Instant now) {
        var revisions = jdbc.sql("""
                        select distinct revision from policy_step where kind = 'ORDER' and moment <= ?
                            and revision > (select coalesce(max(revision), 0) from policy_activation)
                        order by revision""")
                .param(java.sql.Timestamp.from(now))
                .query((row, _) -> row.getLong("revision"))
                .list();
        return revisions.stream()
                .flatMap(revision -> find(revision).stream())
                .filter(proposal -> proposal.order()
                        .filter(order -> !order.moment().isAfter(now))
                        .isPresent())
                .toList();
    }

    Optional<byte[]> archive(long revision) {
        return jdbc.sql("select archive from policy_proposal where revision = ?")
                .param(revision)
                .query(byte[].class)
                .optional();
    }

    private Proposal withSteps(Proposal proposal) {
        var steps = jdbc.sql("select * from policy_step where revision = ? order by entry")
                .param(proposal.policy().revision())
                .query((row, _) -> new Taken(row.getLong("entry"), step(row)))
                .list();
        return proposal.with(steps);
    }

    private static Proposal proposal(ResultSet row) throws SQLException {
        return new Proposal(
                new PolicyVersion(row.getLong("revision"), row.getString("digest")),
                person(row.getString("author_partner"), row.getString("author")),
                row.getObject("again", Long.class),
                tests(row),
                moment(row, "proposed_at"),
                row.getLong("entry"),
                List.of());
    }

    private static @Nullable TestReport tests(ResultSet row) throws SQLException {
        var report = row.getString("tests_report");
        return report == null
                ? null
                : new TestReport(new Sha256(report), row.getInt("tests_passed"), row.getInt("invariants"));
    }

    private static Step step(ResultSet row) throws SQLException {
        var by = person(row.getString("partner"), row.getString("employee"));
        var at = moment(row, "at");
        var kind = row.getString("kind");
        return switch (kind) {
            case "REVIEW" ->
                new Step.Review(
                        by, at, row.getString("verdict").equals("POSITIVE"), row.getString("remarks"), List.of((String
                                        [])
                                row.getArray("articles").getArray()));
            case "APPROVAL" -> new Step.Approval(by, at, row.getString("replay"));
            case "REJECTION" -> new Step.Rejection(by, at, row.getString("remarks"));
            case "ORDER" -> new Step.Order(by, at, moment(row, "moment"));
            default -> throw new IllegalStateException("a step of kind " + kind);
        };
    }

    private static Person person(String partner, String employee) {
        return new Person(new Oin(partner), new EmployeeId(employee));
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }
}
