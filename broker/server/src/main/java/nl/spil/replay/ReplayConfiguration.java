package nl.spil.replay;

import java.time.Clock;
import nl.spil.decision.PolicyBundles;
import nl.spil.decision.PolicyTexts;
import nl.spil.ledger.Ledger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How replaying and explaining are put together. */
@Configuration(proxyBeanMethods = false)
class ReplayConfiguration {

    @Bean
    Replays replays(JdbcClient jdbc) {
        return new Replays(jdbc);
    }

    @Bean(destroyMethod = "close")
    ReplayDesk replayDesk(Ledger ledger, PolicyBundles bundles, Replays replays, OneReplay one, Clock clock) {
        return new ReplayDesk(ledger, bundles, replays, one, clock);
    }

    @Bean
    OneReplay oneReplay() {
        return new OneReplay();
    }

    @Bean(destroyMethod = "close")
    RulesAtHand rulesAtHand(PolicyBundles bundles) {
        return new RulesAtHand(bundles);
    }

    @Bean
    Explainer explainer(Ledger ledger, RulesAtHand rules, PolicyTexts texts) {
        return new Explainer(ledger, rules, texts);
    }
}
