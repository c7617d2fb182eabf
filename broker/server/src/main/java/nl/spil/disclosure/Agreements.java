package nl.spil.disclosure;

import java.time.Instant;
import java.util.Optional;
import nl.spil.decision.Partnership;
import nl.spil.settings.Mode;
import nl.spil.settings.Settings;

/** The agreement on which the partners share. */
final class Agreements {
    /** To try the broker, an agreement is generated as the keys are; an installation that counts states its own. */
    private static final Partnership TO_TRY =
            new Partnership("voorbeeld", Instant.parse("2025-01-01T00:00:00Z"), Instant.parse("2035-01-01T00:00:00Z"));

    private Agreements() {}

    static Optional<Partnership> of(Settings settings) {
        return settings.partnership()
                .map(term -> new Partnership(term.id(), term.agreementFrom(), term.agreementUntil()))
                .or(() -> settings.mode() == Mode.EMBEDDED ? Optional.of(TO_TRY) : Optional.empty());
    }
}
