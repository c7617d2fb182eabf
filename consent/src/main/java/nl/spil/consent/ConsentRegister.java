package nl.spil.consent;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import nl.spil.consent.ChangeRecorder.AlreadyRecorded;
import nl.spil.protocol.CaseId;
import nl.spil.protocol.EmployeeId;
import nl.spil.protocol.Oin;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Knows what data subjects agreed to; whether that is enough for anything is for policy to say. */
public final class ConsentRegister {
    private final ConsentRows rows;
    private final ChangeRecorder recorder;
    private final InstantSource clock;

    /**
     * A register on these tables.
     *
     * @param texts how words that people wrote are kept
     * @param recorder is told of every change before it takes effect
     */
    public static ConsentRegister over(
            JdbcClient jdbc, PrivateText texts, ChangeRecorder recorder, InstantSource clock) {
        return new ConsentRegister(new ConsentRows(jdbc, texts), recorder, clock);
    }

    private ConsentRegister(ConsentRows rows, ChangeRecorder recorder, InstantSource clock) {
        this.rows = rows;
        this.recorder = recorder;
        this.clock = clock;
    }

    /** Registers a consent; the same consent under the same id is registered once. */
    public Registration give(Consent consent, CollectionMethod method, EmployeeId by) {
        var earlier = rows.find(consent.id());
        if (earlier.isPresent()) {
            return same(earlier.get(), consent, method);
        }
        var registeredAt = now();
        try {
            recorder.record(
                    new ConsentChange.Given(consent, by),
                    entry -> List.of(rows.given(consent, method, registeredAt, entry)));
        } catch (AlreadyRecorded raced) {
            return same(rows.find(consent.id()).orElseThrow(() -> raced), consent, method);
        }
        return new Registration.Registered(rows.find(consent.id()).orElseThrow());
    }

    /** Takes a consent back, at once; taking it back again changes nothing. Empty when there is none. */
    public Optional<RegisteredConsent> withdraw(ConsentId id, EmployeeId by) {
        var standing = rows.find(id);
        if (standing.isEmpty() || standing.get().withdrawal() != null) {
            return standing;
        }
        var at = now();
        try {
            recorder.record(
                    new ConsentChange.Withdrawn(standing.get().consent(), by, at),
                    entry -> List.of(rows.withdrawn(id, at, entry)));
        } catch (AlreadyRecorded raced) {
            return rows.find(id);
        }
        return rows.find(id);
    }

    public Optional<RegisteredConsent> find(ConsentId id) {
        return rows.find(id);
    }

    /** How a registered consent was collected, in the provider's words. */
    public CollectionMethod methodOf(RegisteredConsent registered) {
        return rows.method(registered.consent());
    }

    /** Everything ever registered in the case. */
    public CaseConsents ofCase(CaseId caseId) {
        return new CaseConsents(rows.ofCase(caseId));
    }

    /** Consents in force at a moment for what this provider shares with these recipients in the case. */
    public List<ConsentInForce> inForce(CaseId caseId, Oin provider, Collection<Oin> recipients, Instant at) {
        return ofCase(caseId).inForce(provider, recipients, at);
    }

    private Registration same(RegisteredConsent earlier, Consent consent, CollectionMethod method) {
        return earlier.consent().equals(consent) && rows.method(consent).equals(method)
                ? new Registration.Registered(earlier)
                : new Registration.IdTaken();
    }

    /** The database keeps microseconds, so an answer given twice must not hold more. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
