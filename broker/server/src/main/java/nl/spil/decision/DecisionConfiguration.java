package nl.spil.decision;

import java.time.Clock;
import java.time.Duration;
import nl.spil.protocol.seal.SigningKey;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which rules decide here, and by which engine. */
@Configuration(proxyBeanMethods = false)
class DecisionConfiguration {
    private static final Duration LONGEST = Duration.ofMillis(500);

    @Bean
    PolicyBundle policyBundle(
            JdbcClient jdbc, ActivationRecorder recorder, @Qualifier("bundleKey") SigningKey key, Clock clock) {
        return new Activations(jdbc, recorder, new BundleKey(key), clock).admit(PolicyBundle.committed());
    }

    @Bean
    PolicyTexts policyTexts(PolicyBundle bundle) {
        return PolicyTexts.of(bundle);
    }

    @Bean(destroyMethod = "close")
    InstancePool policyInstances(PolicyBundle bundle) {
        return new InstancePool(new WasmProgram(bundle), instances(), LONGEST);
    }

    @Bean
    PolicyDecisionPoint policyDecisionPoint(PolicyBundle bundle, InstancePool instances) {
        return new WasmDecisionPoint(instances, new AnswerReader(bundle.version(), bundle.obligations()));
    }

    /** Evaluating takes a processor and nothing else, so more instances than these would only wait for each other. */
    private static int instances() {
        return Math.max(2, Runtime.getRuntime().availableProcessors());
    }
}
