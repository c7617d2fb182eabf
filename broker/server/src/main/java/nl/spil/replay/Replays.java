package nl.spil.replay;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.spil.decision.PolicyVersion;
import nl.spil.protocol.Sha256;
import nl.spil.replay.KeptReplay.State;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The replays that were made and what they came to; an approval rests on the report about exactly its bundle. */
public final class Replays {
    private final JdbcClient jdbc;

    Replays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A report that is finished.
     *
     * @param digest SHA-256 of its bytes in base64url
     */
    public record Report(String digest, Instant at) {}

    /** The finished reports about exactly this bundle, oldest first. */
    public List<Report> of(String bundle) {
        return jdbc.sql("""
                        select report_digest, finished_at from policy_replay
                        where digest = ? and state = 'DONE' order by finished_at, id
                        """)
                .param(bundle)
                .query((row, _) ->
                        new Report(row.getString(1), row.getTimestamp(2).toInstant()))
                .list();
    }

    void begin(KeptReplay replay) {
        jdbc.sql("""
                        insert into policy_replay (id, revision, digest, in_use_revision, in_use_digest, since, until,
                            first_entry, end_entry, asked_by, asked_at, state)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'RUNNING')
                        """)
                .param(replay.id())
                .param(replay.candidate().revision())
                .param(replay.candidate().digest())
                .param(replay.inUse().revision())
                .param(replay.inUse().digest())
                .param(timestamp(replay.stretch().since()))
                .param(timestamp(replay.stretch().until()))
                .param(replay.stretch().from())
                .param(replay.stretch().to())
                .param(replay.askedBy())
                .param(Timestamp.from(replay.askedAt()))
                .update();
    }

    void done(UUID id, byte[] report, Instant at) {
        jdbc.sql("""
                        update policy_replay set state = 'DONE', finished_at = ?, report = ?, report_digest = ?
                        where id = ? and state = 'RUNNING'
                        """)
                .params(Timestamp.from(at), report, Sha256.of(report).value(), id)
                .update();
    }

    void failed(UUID id, String failure, Instant at) {
        jdbc.sql("""
                        update policy_replay set state = 'FAILED', finished_at = ?, failure = ?
                        where id = ? and state = 'RUNNING'
                        """).params(Timestamp.from(at), failure, id).update();
    }

    /** What still ran when the broker stopped has ended, and says so. */
    void endInterrupted(Instant at) {
        jdbc.sql("""
                        update policy_replay set state = 'FAILED', finished_at = ?, failure = 'restarted'
                        where state = 'RUNNING'
                        """).param(Timestamp.from(at)).update();
    }

    Optional<KeptReplay> find(UUID id) {
        return jdbc.sql("select * from policy_replay where id = ?")
                .param(id)
                .query((row, _) -> replay(row))
                .optional();
    }

    Optional<byte[]> report(UUID id) {
        return jdbc.sql("select report from policy_replay where id = ? and state = 'DONE'")
                .param(id)
                .query((row, _) -> row.getBytes(1))
                .optional();
    }

    private static KeptReplay replay(ResultSet row) throws SQLException {
        return new KeptReplay(
                row.getObject("id", UUID.class),
                new PolicyVersion(row.getLong("revision"), row.getString("digest")),
                new PolicyVersion(row.getLong("in_use_revision"), row.getString("in_use_digest")),
                new Stretch(
                        instant(row, "since"),
                        instant(row, "until"),
                        row.getLong("first_entry"),
                        row.getLong("end_entry")),
                row.getString("asked_by"),
                row.getTimestamp("asked_at").toInstant(),
                State.valueOf(row.getString("state")),
                instant(row, "finished_at"),
                row.getString("report_digest"),
                row.getString("failure"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var moment = row.getTimestamp(column);
        return moment == null ? null : moment.toInstant();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant moment) {
        return moment == null ? null : Timestamp.from(moment);
    }
}
