package nl.spil.casefile;

import java.time.Clock;
import nl.spil.ledger.Ledger;
import nl.spil.partner.PartnerDirectory;
import nl.spil.settings.Settings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The case file and its keys. */
@Configuration(proxyBeanMethods = false)
class CasefileConfiguration {
    @Bean
    CaseFiles caseFiles(JdbcClient jdbc) {
        return new CaseFiles(jdbc);
    }

    @Bean
    CaseKeys caseKeys(JdbcClient jdbc, Settings settings, Clock clock) {
        return new CaseKeys(jdbc, EpochKey.in(settings.keys().resolve("epoch")), clock);
    }

    @Bean
    CaseRecorder caseRecorder(CaseFiles files, Ledger ledger) {
        return new CaseRecorder(files, ledger);
    }

    @Bean
    CaseOpening caseOpening(CaseFiles files, CaseKeys keys, PartnerDirectory partners, CaseRecorder recorder) {
        return new CaseOpening(files, keys, partners, recorder);
    }

    @Bean
    CaseDecisions caseDecisions(CaseFiles files, PartnerDirectory partners, CaseRecorder recorder, Clock clock) {
        return new CaseDecisions(files, partners, recorder, clock);
    }
}
