package nl.spil.casefile;

import java.util.List;
import java.util.function.Function;
import nl.spil.casefile.CaseChange.Done;
import nl.spil.ledger.Draft;
import nl.spil.ledger.FactScope;
import nl.spil.ledger.FactsVersions;
import nl.spil.ledger.Ledger;
import nl.spil.ledger.StaleFacts;
import nl.spil.ledger.Work;
import nl.spil.ledger.WorkFailed;
import nl.spil.ledger.Writing;
import nl.spil.protocol.CaseId;

/** Records a change of a case together with its rows, only as long as the case is still what it was when that was decided. */
final class CaseRecorder {
    private static final int TRIES = 3;

    private final CaseFiles files;
    private final Ledger ledger;

    CaseRecorder(CaseFiles files, Ledger ledger) {
        this.files = files;
        this.ledger = ledger;
    }

    /** Attempts a change; when the case changed in between, what the attempt read is read again. */
    CaseChange changing(CaseId id, Function<FactsVersions, CaseChange> attempt) {
        for (var left = TRIES; ; left--) {
            try {
                return attempt.apply(ledger.versionsOf(List.of(FactScope.caseFile(id))));
            } catch (StaleFacts meanwhile) {
                if (left == 1) {
                    throw meanwhile;
                }
            } catch (WorkFailed refused) {
                if (left == 1 || !refused.duplicate()) {
                    throw refused;
                }
            }
        }
    }

    /** Makes the change; the first entry is the one it is known by. */
    CaseChange recorded(CaseId id, List<Draft<?>> entries, FactsVersions versions, Work work) {
        var writing = Writing.of(entries)
                .readAt(versions)
                .bumping(FactScope.caseFile(id))
                .with(work);
        var entry = ledger.record(writing).entries().getFirst().index();
        return new Done(files.find(id).orElseThrow(), entry);
    }

    /** Puts on record that somebody looked at the case, before it is shown. */
    void read(CaseFile file, Acting acting) {
        ledger.record(Writing.of(new CaseDrafts(acting).read(file)));
    }
}
