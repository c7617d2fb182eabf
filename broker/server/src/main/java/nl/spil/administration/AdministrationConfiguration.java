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
    PolicyDesk policyDesk(JdbcClient jdbc, Ledger ledger, PolicyBundles bundles, ReplayReports replays, Clock clock) {
        return new PolicyDesk(
                new Proposals(jdbc), new PolicyLog(ledger), new Evidence(ledger), bundles, replays, clock);
    }

    @Bean(destroyMethod = "close")
    OrderRounds orderRounds(PolicyDesk desk) {
        return OrderRounds.of(desk);
    }
}
