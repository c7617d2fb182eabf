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
        return Ledger.open(sessions, pool, keys, settings.data(), clock);
    }

    @Bean
    HealthIndicator ledgerHealthIndicator(Ledger ledger) {
        return () -> (ledger.available() ? Health.up() : Health.down().withDetail("reason", "nothing can be recorded"))
                .withDetail("entries", ledger.head().size())
                .build();
    }
}
