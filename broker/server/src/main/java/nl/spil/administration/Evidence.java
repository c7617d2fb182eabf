package nl.spil.administration;

import nl.spil.decision.PolicyVersion;
import nl.spil.ledger.EntryKind;
import nl.spil.ledger.Ledger;
import nl.spil.protocol.proof.InvalidProof;

/**
 * Whether the ledger bears out what the register says of a proposal. Whoever owns the tables can write a row that says
 * somebody approved, but not the proof that it stands under a signed checkpoint.
 */
final class Evidence {
    private final Ledger ledger;

    Evidence(Ledger ledger) {
        this.ledger = ledger;
    }

    boolean bearsOut(Proposal proposal) {
        return stands(proposal.entry(), EntryKind.POLICY_PROPOSED, proposal.author(), proposal.policy())
                && proposal.steps().stream().allMatch(taken -> stands(taken, proposal.policy()));
    }

    private boolean stands(Taken taken, PolicyVersion policy) {
        return stands(
                taken.entry(),
                StepRow.of(taken.step()).entryKind(),
                taken.step().by(),
                policy);
    }

    private boolean stands(long entry, EntryKind kind, Person by, PolicyVersion policy) {
        try {
            var leaf = ledger.receipt(entry).verify(ledger.key()).leaf();
            return leaf.type().equals(kind.code())
                    && by.partner().equals(leaf.header().from())
                    && policy.digest().equals(leaf.header().policy());
        } catch (InvalidProof | IllegalArgumentException unproven) {
            return false;
        }
    }
}
