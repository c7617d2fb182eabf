package nl.spil.decision;

import java.time.Clock;
import java.time.Duration;
import nl.spil.Recorders;
import nl.spil.ledger.LedgerFixture;
import nl.spil.protocol.seal.SigningKey;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rules in use on a ledger, for tests of other modules. */
public final class RunningPolicies {
    private RunningPolicies() {}

    /** A node that starts with the committed rules. */
    public static PolicyBundles on(LedgerFixture log) {
        return on(log, SigningKey.generateEs256());
    }

    /** A node whose software was updated to one that came with the rules of so many revisions later. */
    public static PolicyBundles updated(LedgerFixture log, long revisions) {
        var key = SigningKey.generateEs256();
        on(log, key).close();
        return on(log, key, TestBundles.later(revisions));
    }

    static PolicyBundles on(LedgerFixture log, SigningKey bundleKey) {
        return on(log, bundleKey, TestBundles.COMMITTED);
    }

    private static PolicyBundles on(LedgerFixture log, SigningKey bundleKey, BundleArchive committed) {
        var key = new BundleKey(bundleKey);
        var jdbc = JdbcClient.create(log.database().runtime());
        return PolicyBundles.start(
                new Activations(jdbc, Recorders.activations(log.ledger()), key, Clock.systemUTC()),
                new Admission(key, TestBundles.COMMITTED.bundle().obligations(), RunningPolicies::engine),
                new NodeReports(jdbc, "node", Clock.systemUTC()),
                committed);
    }

    private static Engine engine(PolicyBundle bundle) {
        var point = new WasmDecisionPoint(
                new InstancePool(new WasmProgram(bundle), 2, Duration.ofSeconds(20)),
                new AnswerReader(bundle.version(), bundle.obligations()));
        return new Engine(point, point::close);
    }

    /** The committed rules, so many revisions later. */
    public static BundleArchive later(long revisions) {
        return TestBundles.later(revisions);
    }

    public static BundleArchive withOtherTexts(long revisions) {
        return TestBundles.changed(
                revisions, "texts.json", text -> text.replace("\"title\":\"", "\"title\":\"Nieuw: "));
    }

    public static BundleArchive withUnknownObligation(long revisions) {
        return TestBundles.changed(revisions, "obligations.json", text -> "[\"something_new\"," + text.substring(1));
    }

    public static BundleArchive signedElsewhere(long revisions) {
        return new BundleKey(SigningKey.generateEs256()).sign(TestBundles.later(revisions));
    }

    public static long firstRevision() {
        return TestBundles.FIRST;
    }
}
