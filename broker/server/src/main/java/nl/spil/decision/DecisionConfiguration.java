package nl.spil.decision;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import nl.spil.embedded.KeyFile;
import nl.spil.settings.PolicySource;
import nl.spil.settings.Settings;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which rules decide here, and by which engine. */
@Configuration(proxyBeanMethods = false)
class DecisionConfiguration {
    private static final Duration LONGEST = Duration.ofMillis(500);
    private static final Duration LONGEST_FETCH = Duration.ofSeconds(10);

    /** Closes what it opened when the broker stops. */
    @Bean
    PolicyBundles policyBundles(JdbcClient jdbc, ActivationRecorder recorder, Settings settings, Clock clock) {
        var key = new BundleKey(KeyFile.es256(settings.keys().resolve("bundle-p256.jwk")));
        var committed = BundleArchive.committed();
        return PolicyBundles.start(
                new Activations(jdbc, recorder, key, clock),
                new Admission(key, committed.bundle().obligations(), bundle -> engine(bundle, settings)),
                new NodeReports(jdbc, node(settings), clock),
                committed);
    }

    /** Which process this is, among those of one installation. */
    private static String node(Settings settings) {
        try {
            return InetAddress.getLocalHost().getHostName() + ":"
                    + settings.listening().port();
        } catch (UnknownHostException nameless) {
            return settings.listening().host() + ":" + settings.listening().port();
        }
    }

    @Bean(destroyMethod = "close")
    PolicyRounds policyRounds(PolicyBundles bundles, Settings settings, Clock clock) {
        var source = settings.policySource();
        return PolicyRounds.of(
                bundles,
                source.map(place ->
                        new FollowedSource(place.location().toString(), place(place.location()), bundles, clock)),
                source.map(PolicySource::interval).orElse(Duration.ZERO));
    }

    private static BundleSource place(URI location) {
        return location.getScheme().equals("file")
                ? new FileSource(Path.of(location))
                : new HttpSource(location, LONGEST_FETCH);
    }

    @Bean
    HealthIndicator policyHealthIndicator(PolicyBundles bundles) {
        return () -> Health.up()
                .withDetail("revision", bundles.version().revision())
                .withDetail("digest", bundles.version().digest())
                .build();
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
