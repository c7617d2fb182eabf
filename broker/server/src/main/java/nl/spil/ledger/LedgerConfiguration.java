package nl.spil.ledger;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import javax.sql.DataSource;
import nl.spil.settings.Settings;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one log of this broker. */
@Configuration(proxyBeanMethods = false)
class LedgerConfiguration {

    @Bean
    LogKeys logKeys(Settings settings) {
        return LogKeys.keptIn(settings.data(), newOrigin(settings));
    }

    /** A log is named after where it can be read; one on loopback, that others cannot reach, by chance. */
    private static String newOrigin(Settings settings) {
        return switch (settings.mode()) {
            case EXTERNAL -> settings.address().getAuthority() + "/v1/log";
            case EMBEDDED -> "localhost/" + HexFormat.of().toHexDigits(new SecureRandom().nextLong());
        };
    }

    @Bean(destroyMethod = "close")
    Ledger ledger(LedgerSessions sessions, DataSource pool, LogKeys keys, Settings settings, Clock clock) {
        var ledger = Ledger.open(sessions, pool, keys, settings.data(), clock);
        ledger.watch();
        return ledger;
    }

    @Bean
    HealthIndicator ledgerHealthIndicator(Ledger ledger) {
        return () -> health(ledger).withDetail("entries", ledger.head().size()).build();
    }

    private static Health.Builder health(Ledger ledger) {
        if (!ledger.available()) {
            return Health.down().withDetail("reason", "nothing can be recorded");
        }
        return switch (ledger.condition()) {
            case LogCondition.Altered altered ->
                Health.down()
                        .withDetail("reason", "the log was altered, nothing is released")
                        .withDetail("first", altered.first().toString())
                        .withDetail("findings", altered.findings().size())
                        .withDetail("since", altered.since().toString());
            case LogCondition.Intact intact ->
                Health.up()
                        .withDetail("checked", intact.entries())
                        .withDetail("checkedAt", intact.at().toString());
            case LogCondition.NotYetSeen _ -> Health.up();
        };
    }
}
