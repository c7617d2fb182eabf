package nl.spil.decision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import nl.spil.protocol.KeyId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The bundles of rules this installation ever used; decides whether another may be. */
final class Activations {
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

    /**
     * Lets a bundle be used, or refuses it. The first one, and every later one with a higher revision, is signed here
     * and recorded; one that was used before must carry this installation's signature and be the newest.
     */
    PolicyBundle admit(PolicyBundle bundle) {
        var newest = newest();
        if (newest.isEmpty()
                || bundle.version().revision() > mine(newest.get()).policy().revision()) {
            activate(bundle.version());
        } else if (!newest.get().policy().equals(bundle.version())) {
            throw new BundleRefused("these rules are not newer than revision "
                    + newest.get().policy().revision() + ", which was used here before");
        }
        return bundle;
    }

    private Activation mine(Activation activation) {
        if (!key.signed(activation)) {
            throw new BundleRefused("revision " + activation.policy().revision()
                    + " was not signed with the bundle key of this installation");
        }
        return activation;
    }

    private void activate(PolicyVersion policy) {
        var activation = key.sign(policy);
        recorder.record(
                activation,
                entry -> List.of(
                        policy.revision(),
                        policy.digest(),
                        activation.signedBy().value(),
                        activation.signature(),
                        clock.instant(),
                        entry));
    }

    private Optional<Activation> newest() {
        return jdbc.sql("select * from policy_activation order by revision desc limit 1")
                .query((row, _) -> activation(row))
                .optional();
    }

    private static Activation activation(ResultSet row) throws SQLException {
        return new Activation(
                new PolicyVersion(row.getLong("revision"), row.getString("digest")),
                new KeyId(row.getString("signed_by")),
                row.getString("signature"));
    }
}
