package nl.spil.authzen;

import java.util.Optional;
import nl.spil.decision.Fixture;
import nl.spil.decision.PolicyTexts;
import nl.spil.disclosure.PreChecks;
import nl.spil.settings.Settings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** How questions in the words of AuthZEN find who answers them. */
@Configuration(proxyBeanMethods = false)
class AuthzenConfiguration {

    /** Only where the operator named one, which is possible on one machine only. */
    @Bean(destroyMethod = "close")
    @ConditionalOnProperty("spil.authzen.fixture")
    Fixture authzenFixture(Settings settings) {
        return Fixture.in(settings.authzenFixture().orElseThrow());
    }

    @Bean
    Evaluator evaluator(PreChecks preChecks, PolicyTexts texts, ObjectProvider<Fixture> fixture) {
        var phrases = new Phrases(texts);
        return new Evaluator(
                new CaseAnswers(preChecks, phrases), Optional.ofNullable(fixture.getIfAvailable()), phrases);
    }

    @Bean
    FilterRegistrationBean<RequestIds> requestIds() {
        var registration = new FilterRegistrationBean<>(new RequestIds());
        registration.addUrlPatterns("/access/v1/*");
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return registration;
    }
}
