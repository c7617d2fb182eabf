package nl.spil.decision;

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

    @Bean
    PolicyBundle policyBundle(JdbcClient jdbc, ActivationRecorder recorder, Settings settings, Clock clock) {
        var key = new BundleKey(KeyFile.es256(settings.keys().resolve("bundle-p256.jwk")));
        return new Activations(jdbc, recorder, key, clock).admit(PolicyBundle.committed());
    }

    @Bean
    PolicyTexts policyTexts(PolicyBundle bundle) {
        return PolicyTexts.of(bundle);
    }

    /** Either engine closes what it opened when the broker stops. */
    @Bean
    PolicyDecisionPoint policyDecisionPoint(PolicyBundle bundle, Settings settings) {
        return settings.opa()
                .<PolicyDecisionPoint>map(server -> new OpaDecisionPoint(server, bundle))
                .orElseGet(() -> embedded(bundle));
    }

    private static PolicyDecisionPoint embedded(PolicyBundle bundle) {
        return new WasmDecisionPoint(
                new InstancePool(new WasmProgram(bundle), instances(), LONGEST),
                new AnswerReader(bundle.version(), bundle.obligations()));
    }

    /** Evaluating takes a processor and nothing else, so more instances than these would only wait for each other. */
    private static int instances() {
        return Math.max(2, Runtime.getRuntime().availableProcessors());
    }
}
