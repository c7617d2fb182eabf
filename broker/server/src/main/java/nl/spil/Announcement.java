package nl.spil;

import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import nl.spil.settings.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

/** Tells people and programs, once the broker is ready, where it is. */
final class Announcement {
    private static final Logger LOG = LoggerFactory.getLogger("nl.spil.Spil");

    private final Settings settings;
    private final DataFolder folder;
    private final Clock clock;

    Announcement(Settings settings, DataFolder folder, Clock clock) {
        this.settings = settings;
        this.folder = folder;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void announce() {
        folder.announce(settings.address().toString(), settings.listening().port());
        var started = Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());
        var took = Duration.between(started, clock.instant()).toMillis() / 1000.0;
        LOG.info(
                "Spil is ready at {} after {} s; everything it keeps is in {}",
                settings.address(),
                String.format(Locale.ROOT, "%.1f", took),
                settings.data());
        settings.opa().ifPresent(server -> LOG.info("The rules are evaluated by the OPA server at {}", server));
        settings.authzenFixture()
                .ifPresent(folder -> LOG.warn(
                        "AuthZEN questions that are not about a case are answered by the fixture in {}", folder));
    }
}
