package nl.spil.decision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import nl.spil.decision.PolicyStatus.LastRefused;
import nl.spil.decision.PolicyStatus.Node;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What each node says of the rules it uses and of those it did not take; nothing is decided by it. */
final class NodeReports {
    private static final String SEEN = """
            insert into policy_node (node, revision, digest, in_use_since, seen_at) values (?, ?, ?, ?, ?)
            on conflict (node) do update set revision = excluded.revision, digest = excluded.digest,
                in_use_since = excluded.in_use_since, seen_at = excluded.seen_at""";
    private static final String REFUSED = """
            insert into policy_refusal (node, mandate, revision, digest, reason, refused_at)
            values (?, ?, ?, ?, ?, ?)""";

    private final JdbcClient jdbc;
    private final String node;
    private final InstantSource clock;

    /** @param node a name that no other node of this installation has */
    NodeReports(JdbcClient jdbc, String node, InstantSource clock) {
        this.jdbc = jdbc;
        this.node = node;
        this.clock = clock;
    }

    void uses(InUse rules) {
        var policy = rules.policy();
        jdbc.sql(SEEN)
                .params(
                        node,
                        policy.revision(),
                        policy.digest(),
                        java.sql.Timestamp.from(rules.since()),
                        java.sql.Timestamp.from(clock.instant()))
                .update();
    }

    void refused(Mandate mandate, @Nullable PolicyVersion policy, RefusedBecause reason) {
        jdbc.sql(REFUSED)
                .param(node)
                .param(mandate.by())
                .param(policy == null ? null : policy.revision())
                .param(policy == null ? null : policy.digest())
                .param(reason.code())
                .param(java.sql.Timestamp.from(clock.instant()))
                .update();
    }

    List<Node> nodes() {
        return jdbc.sql("select * from policy_node order by node")
                .query((row, _) -> node(row))
                .list();
    }

    Optional<LastRefused> lastRefused() {
        return jdbc.sql("select * from policy_refusal order by id desc limit 1")
                .query((row, _) -> lastRefused(row))
                .optional();
    }

    private static Node node(ResultSet row) throws SQLException {
        return new Node(
                row.getString("node"),
                row.getLong("revision"),
                row.getString("digest"),
                row.getTimestamp("in_use_since").toInstant(),
                row.getTimestamp("seen_at").toInstant());
    }

    private static LastRefused lastRefused(ResultSet row) throws SQLException {
        return new LastRefused(
                row.getObject("revision", Long.class),
                row.getString("digest"),
                row.getString("mandate"),
                row.getString("reason"),
                row.getTimestamp("refused_at").toInstant());
    }
}
