package nl.spil.casefile;

import java.util.LinkedHashMap;
import java.util.Map;
import nl.spil.ledger.Draft;
import nl.spil.ledger.EntryKind;
import nl.spil.protocol.CaseId;
import nl.spil.protocol.Oin;
import nl.spil.protocol.ParticipantClass;
import nl.spil.protocol.Stage;
import nl.spil.protocol.proof.LeafHeader;

/** What the ledger is told about a case: ids, codes and pseudonyms; never its goal. */
final class CaseDrafts {
    private final Acting acting;

    CaseDrafts(Acting acting) {
        this.acting = acting;
    }

    Draft<CaseId> opened(NewCase wanted) {
        var record = about(wanted.id());
        record.put("purpose", wanted.purpose().code());
        record.put("type", wanted.type().name());
        record.put(
                "subjects",
                wanted.subjects().stream()
                        .map(subject -> Map.of(
                                "pseudonym", subject.pseudonym().value(),
                                "ageBand", subject.ageBand().name(),
                                "role", subject.role().name()))
                        .toList());
        return Draft.of(wanted.id(), EntryKind.CASE_OPENED, from(), record);
    }

    Draft<CaseId> admitted(CaseId id, Oin partner, ParticipantClass participantClass, Terms terms) {
        var record = about(id);
        record.put("partner", partner.value());
        record.put("class", participantClass.name());
        var from = terms.from();
        if (from != null) {
            record.put("from", from.toString());
        }
        var until = terms.until();
        if (until != null) {
            record.put("until", until.toString());
        }
        return Draft.of(id, EntryKind.CASE_ADMITTED, from().to(partner), record);
    }

    Draft<CaseId> removed(CaseId id, Oin partner) {
        var record = about(id);
        record.put("partner", partner.value());
        return Draft.of(id, EntryKind.CASE_ADMISSION_ENDED, from().to(partner), record);
    }

    Draft<CaseId> moved(CaseFile file, Stage to) {
        var record = about(file.id());
        record.put("stageBefore", file.stage().stage().name());
        record.put("stage", to.name());
        var kind = to == Stage.CLOSED ? EntryKind.CASE_CLOSED : EntryKind.CASE_STAGE_CHANGED;
        return Draft.of(file.id(), kind, from(), record);
    }

    Draft<CaseId> read(CaseFile file) {
        return Draft.of(file.id(), EntryKind.CASE_READ, from(), about(file.id()));
    }

    private Map<String, Object> about(CaseId id) {
        var record = new LinkedHashMap<String, Object>();
        record.put("case", id.value());
        record.put("actor", acting.employee().value());
        return record;
    }

    private LeafHeader from() {
        return LeafHeader.none().from(acting.partner());
    }
}
