package nl.spil.decision;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import nl.spil.embedded.KeyFile;
import nl.spil.settings.Settings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which rules decide here, and by which engine. */
@Configuration(proxyBeanMethods = false)
class DecisionConfiguration {
    private static final Duration LONGEST = Duration.ofMillis(500);

    /** Closes what it opened when the broker stops. */
    @Bean
    PolicyBundles policyBundles(JdbcClient jdbc, ActivationRecorder recorder, Settings settings, Clock clock) {
        var key = new BundleKey(KeyFile.es256(settings.keys().resolve("bundle-p256.jwk")));
        var committed = BundleArchive.committed();
        return PolicyBundles.start(
                new Activations(jdbc, recorder, key, clock),
                new Admission(key, committed.bundle().obligations(), bundle -> engine(bundle, settings)),
                committed);
    }

    @Bean
    PolicyTexts policyTexts(PolicyBundles bundles) {
        return bundles.texts();
    }

    private static Engine engine(PolicyBundle bundle, Settings settings) {
        return settings.opa().map(server -> asking(server, bundle)).orElseGet(() -> embedded(bundle));
    }

    private static Engine asking(URI server, PolicyBundle bundle) {
        var point = new OpaDecisionPoint(server, bundle);
        return new Engine(point, point::close);
    }

    private static Engine embedded(PolicyBundle bundle) {
        var point = new WasmDecisionPoint(
                new InstancePool(new WasmProgram(bundle), instances(), LONGEST),
                new AnswerReader(bundle.version(), bundle.obligations()));
        return new Engine(point, point::close);
    }

    /** Evaluating takes a processor and nothing else, so more instances than these would only wait for each other. */
    private static int instances() {
        return Math.max(2, Runtime.getRuntime().availableProcessors());
    }
}
