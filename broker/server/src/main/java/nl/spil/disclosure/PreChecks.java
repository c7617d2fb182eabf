package nl.spil.disclosure;

import java.util.List;
import java.util.Optional;
import nl.spil.casefile.DataSubject;
import nl.spil.protocol.CaseId;
import nl.spil.protocol.EmployeeId;
import nl.spil.protocol.Oin;

/** Answers what might be shared in a case, for partners that take part in it; for others there is no such case. */
public final class PreChecks {
    private final FactsPoint factsPoint;
    private final ExchangeDoor door;

    PreChecks(FactsPoint factsPoint, ExchangeDoor door) {
        this.factsPoint = factsPoint;
        this.door = door;
    }

    /**
     * The recorded answer; empty when there is no such case for this partner.
     *
     * @param employee of the professional for whom it is asked; absent when nobody was named
     */
    public Optional<PreChecked> ask(Oin caller, Optional<EmployeeId> employee, Asked asked) {
        return factsPoint.takesPart(caller, asked.caseId())
                ? Optional.of(door.pass(new PreChecking(caller, employee, asked, TraceContext.current())))
                : Optional.empty();
    }

    /** Whom the case is about; nobody when there is no such case for this partner. */
    public List<DataSubject> subjects(Oin caller, CaseId caseId) {
        return factsPoint.takesPart(caller, caseId) ? factsPoint.subjects(caseId) : List.of();
    }
}
