package nl.spil.administration;

import java.util.LinkedHashMap;
import java.util.Map;
import nl.spil.decision.PolicyVersion;
import nl.spil.ledger.Draft;
import nl.spil.ledger.EntryKind;
import nl.spil.ledger.Ledger;
import nl.spil.ledger.Work;
import nl.spil.ledger.Writing;
import nl.spil.protocol.proof.LeafHeader;

/** Puts every step of a proposal on record, together with its row. */
final class PolicyLog {
    private final Ledger ledger;

    PolicyLog(Ledger ledger) {
        this.ledger = ledger;
    }

    /** The proposal and the archive it is about. */
    void proposed(Proposal proposal, byte[] archive) {
        var tests = proposal.tests();
        var record = new LinkedHashMap<String, Object>();
        if (tests != null) {
            record.put("tests", tests.report().value());
            record.put("passed", tests.passed());
            record.put("invariants", tests.invariants());
        }
        if (proposal.again() != null) {
            record.put("again", proposal.again());
        }
        place(
                EntryKind.POLICY_PROPOSED,
                proposal.policy(),
                proposal.author(),
                record,
                (rows, positions) -> rows.insert(
                        Proposals.INSERT,
                        proposal.policy().revision(),
                        proposal.policy().digest(),
                        archive,
                        proposal.author().partner().value(),
                        proposal.author().employee().value(),
                        proposal.again(),
                        tests == null ? null : tests.report().value(),
                        tests == null ? null : tests.passed(),
                        tests == null ? null : tests.invariants(),
                        proposal.at(),
                        positions.getFirst().index()));
    }

    void taken(PolicyVersion policy, Step step) {
        var row = StepRow.of(step);
        place(
                row.entryKind(),
                policy,
                step.by(),
                row.record(),
                (rows, positions) -> rows.insert(
                        Proposals.INSERT_STEP, row.values(positions.getFirst().index(), policy.revision(), step)));
    }

    private void place(EntryKind kind, PolicyVersion policy, Person by, Map<String, Object> more, Work work) {
        var record = new LinkedHashMap<>(more);
        record.put("revision", policy.revision());
        record.put("actor", by.employee().value());
        var header = LeafHeader.none().from(by.partner()).policy(policy.digest());
        ledger.record(Writing.of(Draft.of(policy, kind, header, record)).with(work));
    }
}
