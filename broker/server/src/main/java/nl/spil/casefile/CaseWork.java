package nl.spil.casefile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import nl.spil.ledger.Position;
import nl.spil.ledger.Rows;
import nl.spil.protocol.CaseId;
import nl.spil.protocol.Oin;
import nl.spil.protocol.ParticipantClass;
import nl.spil.protocol.Stage;

/** The rows of a change, written in the ledger's transaction. */
final class CaseWork {
    static final String GOAL = "goal";

    private final Rows rows;

    CaseWork(Rows rows) {
        this.rows = rows;
    }

    void open(NewCase wanted, Oin by, MintedKey key, Position position) throws SQLException {
        rows.insert(
                "insert into case_file (id, purpose, type, goal, registered_by, registered_at, entry)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                wanted.id().value(),
                wanted.purpose().code(),
                wanted.type(),
                key.key().seal(GOAL, wanted.goal().getBytes(UTF_8)),
                by.value(),
                position.time(),
                position.index());
        key.writeTo(rows);
        for (var i = 0; i < wanted.subjects().size(); i++) {
            var subject = wanted.subjects().get(i);
            rows.insert(
                    "insert into case_subject (case_id, position, pseudonym, age_band, role) values (?, ?, ?, ?, ?)",
                    wanted.id().value(),
                    i,
                    subject.pseudonym().value(),
                    subject.ageBand(),
                    subject.role());
        }
        enter(wanted.id(), Stage.REGISTERED, position);
    }

    void enter(CaseId id, Stage stage, Position position) throws SQLException {
        rows.insert(
                "insert into case_stage (case_id, entry, stage, entered_at) values (?, ?, ?, ?)",
                id.value(),
                position.index(),
                stage,
                position.time());
    }

    void admit(CaseId id, Oin partner, ParticipantClass participantClass, Terms terms, Position position)
            throws SQLException {
        rows.insert(
                "insert into case_admission (case_id, partner, entry, participant_class, admitted_from,"
                        + " admitted_until, removed) values (?, ?, ?, ?, ?, ?, false)",
                id.value(),
                partner.value(),
                position.index(),
                participantClass,
                beginning(terms, position),
                terms.until());
    }

    void remove(CaseId id, Admission ended, Position position) throws SQLException {
        rows.insert(
                "insert into case_admission (case_id, partner, entry, participant_class, admitted_from,"
                        + " admitted_until, removed) values (?, ?, ?, ?, ?, ?, true)",
                id.value(),
                ended.partner().value(),
                position.index(),
                ended.participantClass(),
                ended.from(),
                ended.until());
    }

    /** Never before it was recorded; in whole seconds, as all facts of a decision are. */
    private static Instant beginning(Terms terms, Position position) {
        var recorded = position.time().truncatedTo(ChronoUnit.SECONDS);
        var from = terms.from();
        return from == null || from.isBefore(recorded) ? recorded : from;
    }
}
