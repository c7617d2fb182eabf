package nl.spil.consent;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.spil.protocol.CaseId;
import nl.spil.protocol.DataCategory;
import nl.spil.protocol.Oin;
import nl.spil.protocol.Pseudonym;
import org.jspecify.annotations.Nullable;

/** One invented consent and what may become of it: mental-health care may share with the municipality and probation. */
final class Consents {
    static final Instant GIVEN = Instant.parse("2026-03-01T09:00:00Z");
    static final Oin CARE = new Oin("00000099000000001000");
    static final Oin MUNICIPALITY = new Oin("00000099000000002000");
    static final Oin PROBATION = new Oin("00000099000000003000");
    static final Oin HOUSING = new Oin("00000099000000004000");

    private Consents() {}

    static Consent consent() {
        return consent(true, ConsentKind.SECRECY_RELEASE, null);
    }

    static Consent until(Instant end) {
        return consent(true, ConsentKind.SECRECY_RELEASE, end);
    }

    static Consent consent(boolean explicit, ConsentKind kind, @Nullable Instant end) {
        return of(CARE, Set.of(MUNICIPALITY, PROBATION), categories("HEALTH", "MEDICATION"), explicit, kind, end);
    }

    static Consent of(
            Oin provider,
            Set<Oin> recipients,
            Set<DataCategory> categories,
            boolean explicit,
            ConsentKind kind,
            @Nullable Instant end) {
        return new Consent(
                new ConsentId(UUID.fromString("7a3c1a52-70a5-4a7e-8f30-000000000001")),
                new CaseId("Y2FzZS0wMDAwMDAwMDAwMQ"),
                new Pseudonym("cHNldWRvbnltLTAwMDAwMQ"),
                provider,
                new TreeSet<>(recipients),
                new TreeSet<>(categories),
                kind,
                explicit,
                GivenBy.SELF,
                GIVEN,
                end);
    }

    static Set<DataCategory> categories(String... codes) {
        return Stream.of(codes).map(DataCategory::new).collect(Collectors.toSet());
    }

    static RegisteredConsent registered(Consent consent) {
        return new RegisteredConsent(consent, GIVEN.plusSeconds(60), 7, null);
    }

    static RegisteredConsent withdrawn(Consent consent, Instant at) {
        return new RegisteredConsent(consent, GIVEN.plusSeconds(60), 7, new Withdrawal(at, 9));
    }
}
