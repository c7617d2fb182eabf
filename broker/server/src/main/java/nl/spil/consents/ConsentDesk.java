package nl.spil.consents;

import java.time.InstantSource;
import java.util.List;
import nl.spil.casefile.CaseFile;
import nl.spil.casefile.CaseFiles;
import nl.spil.consent.CollectionMethod;
import nl.spil.consent.Consent;
import nl.spil.consent.ConsentId;
import nl.spil.consent.ConsentRegister;
import nl.spil.consent.RegisteredConsent;
import nl.spil.consent.Registration;
import nl.spil.problem.ProblemType;
import nl.spil.problem.Rejected;
import nl.spil.protocol.CaseId;
import nl.spil.protocol.EmployeeId;
import nl.spil.protocol.Oin;

/**
 * Lets only the provider that holds the secrecy register and withdraw a consent, in a case it takes part in, for a
 * person that case is about. For anybody else there is no such consent and no such case.
 */
final class ConsentDesk {
    private final ConsentRegister register;
    private final CaseFiles cases;
    private final InstantSource clock;

    ConsentDesk(ConsentRegister register, CaseFiles cases, InstantSource clock) {
        this.register = register;
        this.cases = cases;
        this.clock = clock;
    }

    RegisteredConsent give(Consent consent, CollectionMethod method, EmployeeId by) {
        var file = visible(consent.caseId(), consent.provider());
        if (file.shielded()) {
            throw new Rejected(new ProblemType(409, "case-closed"));
        }
        if (!file.subjects().containsKey(consent.subject())) {
            throw Rejected.malformed("subject-unknown", "/subject", "The case is not about this person.");
        }
        return switch (register.give(consent, method, by)) {
            case Registration.Registered(var registered) -> registered;
            case Registration.IdTaken() -> throw new Rejected(ProblemType.CONFLICT);
        };
    }

    /** Also after the case closed or the provider left it: what was given can always be taken back. */
    RegisteredConsent withdraw(ConsentId id, Oin provider, EmployeeId by) {
        own(id, provider);
        return register.withdraw(id, by).orElseThrow(ConsentDesk::notFound);
    }

    RegisteredConsent own(ConsentId id, Oin provider) {
        return register.find(id)
                .filter(found -> found.consent().provider().equals(provider))
                .orElseThrow(ConsentDesk::notFound);
    }

    /** The provider's own consents in a case it takes part in. */
    List<RegisteredConsent> inCase(CaseId caseId, Oin provider) {
        visible(caseId, provider);
        return register.ofCase(caseId).all().stream()
                .filter(found -> found.consent().provider().equals(provider))
                .toList();
    }

    CaseFile caseOf(RegisteredConsent registered) {
        return cases.find(registered.consent().caseId()).orElseThrow(ConsentDesk::notFound);
    }

    CollectionMethod methodOf(RegisteredConsent registered) {
        return register.methodOf(registered);
    }

    private CaseFile visible(CaseId caseId, Oin partner) {
        return cases.find(caseId)
                .filter(file -> file.admissionAt(partner, clock.instant()).isPresent())
                .orElseThrow(ConsentDesk::notFound);
    }

    private static Rejected notFound() {
        return new Rejected(ProblemType.NOT_FOUND);
    }
}
