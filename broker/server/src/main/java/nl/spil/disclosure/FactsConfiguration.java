package nl.spil.disclosure;

import java.time.Clock;
import nl.spil.casefile.CaseFiles;
import nl.spil.consent.ConsentRegister;
import nl.spil.decision.PolicyBundles;
import nl.spil.ledger.Ledger;
import nl.spil.partner.PartnerDirectory;
import nl.spil.settings.Settings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which registers are asked for facts. */
@Configuration(proxyBeanMethods = false)
class FactsConfiguration {

    @Bean
    FactsPoint factsPoint(
            CaseFiles cases,
            ConsentRegister consents,
            PartnerDirectory partners,
            PolicyBundles bundles,
            Settings settings,
            Ledger ledger,
            Clock clock) {
        var agreement = Agreements.of(settings);
        var registers =
                new KnownFacts.Registers(cases, consents, partners::find, () -> agreement, new BundlesInUse(bundles));
        return new FactsPoint(new KnownFacts(registers, ledger::versionsOf), clock);
    }

    private record BundlesInUse(PolicyBundles bundles) implements KnownFacts.PolicyInUse {
        @Override
        public long version() {
            return bundles.factsVersion();
        }

        @Override
        public void follow() {
            bundles.follow();
        }
    }
}
