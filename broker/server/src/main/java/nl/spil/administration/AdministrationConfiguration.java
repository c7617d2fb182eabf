package nl.spil.administration;

import java.time.Clock;
import nl.spil.decision.PolicyBundles;
import nl.spil.ledger.Ledger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who stands between an author and the rules in use. */
@Configuration(proxyBeanMethods = false)
class AdministrationConfiguration {

    @Bean
    Proposals proposals(JdbcClient jdbc) {
        return new Proposals(jdbc);
    }

    @Bean
    Archives archives(Proposals proposals, PolicyBundles bundles) {
        return new Archives(proposals, bundles);
    }

    @Bean
    FilingDesk filingDesk(Proposals proposals, Archives archives, Ledger ledger, PolicyBundles bundles, Clock clock) {
        return new FilingDesk(proposals, archives, new PolicyLog(ledger), bundles, clock);
    }

    @Bean
    PolicyDesk policyDesk(
            Proposals proposals,
            Archives archives,
            Ledger ledger,
            PolicyBundles bundles,
            ReplayReports replays,
            Clock clock) {
        return new PolicyDesk(
                proposals, archives, new PolicyLog(ledger), new Evidence(ledger), bundles, replays, clock);
    }

    @Bean(destroyMethod = "close")
    OrderRounds orderRounds(PolicyDesk desk) {
        return OrderRounds.of(desk);
    }
}
