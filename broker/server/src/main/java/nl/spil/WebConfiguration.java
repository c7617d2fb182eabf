package nl.spil;

import java.time.Clock;
import nl.spil.access.Attempts;
import nl.spil.ledger.Ledger;
import nl.spil.problem.ProblemWriter;
import nl.spil.settings.Settings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import tools.jackson.databind.json.JsonMapper;

/** The rim of the application: what every request and every answer passes. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration {
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Announcement announcement(Settings settings, DataFolder folder, Clock clock) {
        return new Announcement(settings, folder, clock);
    }

    @Bean
    ProblemWriter problemWriter(JsonMapper mapper) {
        return new ProblemWriter(mapper);
    }

    @Bean
    Attempts attempts(ObjectProvider<Ledger> ledger) {
        return new RecordedAttempts(ledger);
    }

    @Bean
    FilterRegistrationBean<EveryAnswer> everyAnswer() {
        var registration = new FilterRegistrationBean<>(new EveryAnswer());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> serverErrors(ProblemWriter writer) {
        return factory -> factory.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new ServerErrors(writer)));
    }
}
