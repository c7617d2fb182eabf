package nl.spil.decision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import nl.spil.decision.ActivationRecorder.Row;
import nl.spil.protocol.KeyId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rules this installation ever used, with their archives: every node and every restart finds the same ones. */
final class Activations {
    private static final String ACTIVATE = """
            insert into policy_activation (revision, digest, signed_by, signature, activated_at, entry)
            values (?, ?, ?, ?, ?, ?)""";
    private static final String KEEP =
            "insert into policy_bundle (digest, revision, archive) values (?, ?, ?) on conflict do nothing";

    private final JdbcClient jdbc;
    private final ActivationRecorder recorder;
    private final BundleKey key;
    private final InstantSource clock;

    Activations(JdbcClient jdbc, ActivationRecorder recorder, BundleKey key, InstantSource clock) {
        this.jdbc = jdbc;
        this.recorder = recorder;
        this.key = key;
        this.clock = clock;
    }

    /** Counts activations on all nodes; read before what it is about. */
    long version() {
        return recorder.version();
    }

    /** An activation that stands in the ledger. */
    record Made(Activation activation, Instant at, long entry) {
        PolicyVersion policy() {
            return activation.policy();
        }
    }

    /** The newest that was ever used here; one under another signature than this installation's refuses. */
    Optional<Made> newest() {
        return jdbc.sql("select * from policy_activation order by revision desc limit 1")
                .query((row, _) -> made(row))
                .optional()
                .map(this::ours);
    }

    private Made ours(Made made) {
        if (!key.signed(made.activation())) {
            throw new BundleRefused("revision " + made.policy().revision()
                    + " was not signed with the bundle key of this installation");
        }
        return made;
    }

    /** The archive of rules that were used; the database is not believed on its word. */
    Optional<BundleArchive> archive(PolicyVersion policy) {
        return jdbc.sql("select archive from policy_bundle where digest = ?")
                .param(policy.digest())
                .query(byte[].class)
                .optional()
                .map(BundleArchive::read)
                .filter(archive -> archive.version().equals(policy) && key.signed(archive));
    }

    boolean keepsAny() {
        return jdbc.sql("select exists (select 1 from policy_bundle)")
                .query(Boolean.class)
                .single();
    }

    /** Keeps rules that were activated before archives were kept. */
    void keep(BundleArchive archive) {
        var row = kept(key.sign(archive));
        jdbc.sql(row.sql()).params(row.values()).update();
    }

    /** Records that these rules are used from now on, with the archive that every node will use. */
    Made activate(BundleArchive signed, long readAt, Mandate mandate) {
        var activation = key.sign(signed.version());
        var at = clock.instant();
        var entry = recorder.record(
                activation, readAt, mandate, where -> List.of(row(activation, at, where), kept(signed)));
        return new Made(activation, at, entry);
    }

    private static Row row(Activation activation, Instant at, long entry) {
        var policy = activation.policy();
        var signedBy = activation.signedBy().value();
        return new Row(
                ACTIVATE, List.of(policy.revision(), policy.digest(), signedBy, activation.signature(), at, entry));
    }

    private static Row kept(BundleArchive signed) {
        var policy = signed.version();
        return new Row(KEEP, List.of(policy.digest(), policy.revision(), signed.bytes()));
    }

    private static Made made(ResultSet row) throws SQLException {
        var activation = new Activation(
                new PolicyVersion(row.getLong("revision"), row.getString("digest")),
                new KeyId(row.getString("signed_by")),
                row.getString("signature"));
        return new Made(activation, row.getTimestamp("activated_at").toInstant(), row.getLong("entry"));
    }
}
