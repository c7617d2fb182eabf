package nl.spil.partner;

import java.time.Clock;
import nl.spil.ledger.Ledger;
import nl.spil.settings.Settings;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The directory, its register, and the papers of this installation. */
@Configuration(proxyBeanMethods = false)
class PartnerConfiguration {
    @Bean
    Installation installation(Settings settings, Clock clock) {
        return new Installation(settings, clock);
    }

    @Bean
    BrokerIdentity brokerIdentity(Installation installation) {
        return installation.identity();
    }

    @Bean
    Directory partnerDirectory(JdbcClient database, BrokerIdentity identity, Clock clock) {
        return new Directory(new PartnerRows(database, identity.root(), clock)::all, clock);
    }

    @Bean
    PartnerRegister partnerRegister(Directory directory, Ledger ledger, BrokerIdentity identity, Clock clock) {
        return new PartnerRegister(directory, ledger, identity.root(), clock);
    }

    /** Before the broker calls itself ready, the operator can enter. */
    @Bean
    ApplicationRunner operatorRegistration(Installation installation, PartnerRegister register) {
        return _ -> register.register(installation.operator());
    }
}
