package nl.spil.consents;

import java.time.Clock;
import nl.spil.casefile.CaseFiles;
import nl.spil.consent.ConsentRegister;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who stands at the desk of the consent register. */
@Configuration(proxyBeanMethods = false)
class ConsentsConfiguration {
    @Bean
    ConsentDesk consentDesk(ConsentRegister register, CaseFiles cases, Clock clock) {
        return new ConsentDesk(register, cases, clock);
    }
}
