package nl.spil.disclosure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.spil.decision.Decision;
import nl.spil.ledger.Draft;
import nl.spil.ledger.EntryKind;
import nl.spil.ledger.Placed;
import nl.spil.ledger.Question;
import nl.spil.ledger.Writing;
import nl.spil.protocol.EmployeeId;
import nl.spil.protocol.Oin;
import nl.spil.protocol.proof.LeafHeader;
import nl.spil.protocol.proof.Receipt;

/** A partner asks beforehand what it might share; it is answered and recorded as a sending is, and nothing goes. */
final class PreChecking implements Passage<PreChecked> {
    private final Oin caller;
    private final Optional<EmployeeId> employee;
    private final Asked asked;
    private final TraceContext trace;

    PreChecking(Oin caller, Optional<EmployeeId> employee, Asked asked, TraceContext trace) {
        this.caller = caller;
        this.employee = employee;
        this.asked = asked;
        this.trace = trace;
    }

    @Override
    public Asked asked() {
        return asked;
    }

    @Override
    public Judged<PreChecked> judged(Decision decision) {
        return new JudgedPreCheck(decision);
    }

    private final class JudgedPreCheck implements Judged<PreChecked> {
        private final Decision decision;
        private final List<Draft<Oin>> drafts;

        private JudgedPreCheck(Decision decision) {
            this.decision = decision;
            var question = Question.of(decision.question().json());
            this.drafts = decision.answers().keySet().stream()
                    .map(recipient -> draft(recipient).decidedOn(question))
                    .toList();
        }

        @Override
        public Writing writing() {
            return Writing.of(new ArrayList<>(drafts))
                    .validUntil(decision.validUntil().orElse(null));
        }

        @Override
        public PreChecked release(Placed placed) {
            var receipts = new TreeMap<Oin, Receipt>();
            drafts.stream().map(placed::of).forEach(recorded -> receipts.put(recorded.value(), recorded.receipt()));
            return new PreChecked(decision, receipts);
        }

        private Draft<Oin> draft(Oin recipient) {
            var ruling = Ruling.of(recipient, asked.items(), decision.of(recipient));
            var header = LeafHeader.none()
                    .from(caller)
                    .to(recipient)
                    .verdict(ruling.verdict())
                    .policy(decision.policy().digest());
            var record = circumstances();
            record.putAll(RulingRecord.of(ruling));
            return Draft.of(recipient, EntryKind.PRE_CHECK, header, record);
        }

        private Map<String, Object> circumstances() {
            var record = new LinkedHashMap<String, Object>();
            record.put("case", asked.caseId().value());
            record.put("purpose", asked.purpose().code());
            record.put("action", asked.action().code());
            record.put("provider", asked.provider().value());
            employee.ifPresent(id -> record.put("actor", id.value()));
            record.put("policy", decision.policy().revision());
            trace.addTo(record);
            return record;
        }
    }
}
