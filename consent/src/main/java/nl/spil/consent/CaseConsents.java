package nl.spil.consent;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import nl.spil.protocol.Oin;

/** All consents ever registered in one case, as read at one moment; may be kept as long as the case's version stands. */
public record CaseConsents(List<RegisteredConsent> all) {
    public CaseConsents {
        all = List.copyOf(all);
    }

    /** Those in force at a moment for what this provider shares with these recipients; one for each recipient. */
    public List<ConsentInForce> inForce(Oin provider, Collection<Oin> recipients, Instant at) {
        return all.stream()
                .filter(registered -> registered.consent().provider().equals(provider))
                .filter(registered -> registered.inForceAt(at))
                .flatMap(registered -> registered.consent().recipients().stream()
                        .filter(recipients::contains)
                        .map(registered::towards))
                .toList();
    }
}
