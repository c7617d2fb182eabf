package nl.spil.disclosure;

import java.time.Clock;
import nl.spil.casefile.CaseFiles;
import nl.spil.casefile.CaseKeys;
import nl.spil.decision.PolicyDecisionPoint;
import nl.spil.ledger.Ledger;
import nl.spil.partner.BrokerIdentity;
import nl.spil.partner.PartnerDirectory;
import nl.spil.settings.Settings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How the door and the rooms around it are put together. */
@Configuration(proxyBeanMethods = false)
class DisclosureConfiguration {

    @Bean
    Arrivals arrivals() {
        return new Arrivals();
    }

    @Bean
    Disclosures disclosures(JdbcClient jdbc) {
        return new Disclosures(jdbc);
    }

    @Bean
    Deliveries deliveries(CaseKeys keys) {
        return new Deliveries(keys);
    }

    @Bean
    ExchangeDoor exchangeDoor(FactsPoint factsPoint, PolicyDecisionPoint decisionPoint, Ledger ledger) {
        return new ExchangeDoor(factsPoint, decisionPoint, Obedience.ofPolicies(), ledger);
    }

    @Bean
    PreChecks preChecks(FactsPoint factsPoint, ExchangeDoor door) {
        return new PreChecks(factsPoint, door);
    }

    @Bean
    Intake intake(
            PartnerDirectory partners,
            FactsPoint factsPoint,
            ExchangeDoor door,
            Deliveries deliveries,
            JdbcClient jdbc,
            Ledger ledger,
            Arrivals arrivals,
            Clock clock) {
        var earlier = new EarlierAnswers(new Exchanges(jdbc), ledger);
        return new Intake(partners, factsPoint, door, deliveries, earlier, arrivals, clock);
    }

    @Bean
    Inbox inbox(Disclosures disclosures, Arrivals arrivals) {
        return new Inbox(disclosures, arrivals);
    }

    @Bean
    Endings endings(Disclosures disclosures, CaseFiles cases, Ledger ledger, Clock clock) {
        return new Endings(disclosures, cases, ledger, clock);
    }

    @Bean
    CollectionDesk collectionDesk(
            Disclosures disclosures,
            Deliveries deliveries,
            Endings endings,
            ExchangeDoor door,
            BrokerIdentity broker,
            Clock clock) {
        var releases = new Releases(broker.operator().urn(), broker.releaseKey(), clock);
        return new CollectionDesk(disclosures, deliveries, releases, endings, door, clock);
    }

    @Bean
    Acknowledgements acknowledgements(
            Settings settings,
            PartnerDirectory partners,
            Disclosures disclosures,
            JdbcClient jdbc,
            Ledger ledger,
            Clock clock) {
        var audience = settings.issuer().toString();
        return new Acknowledgements(audience, partners, disclosures, new Handovers(jdbc), ledger, clock);
    }
}
