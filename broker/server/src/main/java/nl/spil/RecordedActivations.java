package nl.spil;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.spil.decision.Activation;
import nl.spil.decision.ActivationRecorder;
import nl.spil.decision.Mandate;
import nl.spil.ledger.Draft;
import nl.spil.ledger.EntryKind;
import nl.spil.ledger.FactScope;
import nl.spil.ledger.FactsVersions;
import nl.spil.ledger.Ledger;
import nl.spil.ledger.StaleFacts;
import nl.spil.ledger.WorkFailed;
import nl.spil.ledger.Writing;
import nl.spil.protocol.proof.LeafHeader;

/** Puts an activation of rules on record, and moves the policy's facts on in the same transaction. */
final class RecordedActivations implements ActivationRecorder {
    private static final FactScope POLICY = FactScope.policy();

    private final Ledger ledger;

    RecordedActivations(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public long version() {
        return ledger.versionsOf(List.of(POLICY)).versions().getOrDefault(POLICY, 0L);
    }

    @Override
    public long record(Activation activation, long readAt, Mandate mandate, RowsAt rowsAt) {
        var draft = draft(activation, mandate);
        var writing = Writing.of(draft)
                .readAt(FactsVersions.of(Map.of(POLICY, readAt)))
                .bumping(POLICY)
                .with((rows, positions) -> {
                    for (var row : rowsAt.of(positions.getFirst().index())) {
                        rows.insert(row.sql(), row.values().toArray());
                    }
                });
        try {
            return ledger.record(writing).of(draft).index();
        } catch (StaleFacts meanwhile) {
            throw new Overtaken(meanwhile);
        } catch (WorkFailed refused) {
            throw refused.duplicate() ? new Overtaken(refused) : refused;
        }
    }

    private static Draft<Activation> draft(Activation activation, Mandate mandate) {
        var policy = activation.policy();
        var record = new LinkedHashMap<String, Object>(mandate.record());
        record.put("revision", policy.revision());
        record.put("key", activation.signedBy().value());
        var header = LeafHeader.none().policy(policy.digest());
        return Draft.of(activation, EntryKind.POLICY_ACTIVATED, header, record);
    }
}
