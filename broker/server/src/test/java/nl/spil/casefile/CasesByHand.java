package nl.spil.casefile;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;
import nl.spil.ledger.Work;
import nl.spil.protocol.CaseId;
import nl.spil.protocol.Oin;
import nl.spil.protocol.ParticipantClass;
import nl.spil.protocol.Pseudonym;
import nl.spil.protocol.Purpose;
import nl.spil.protocol.Stage;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts cases into the register for tests, as rows of a writing of the ledger. */
public final class CasesByHand {
    private static final String STAGE =
            "insert into case_stage (case_id, entry, stage, entered_at) values (?, ?, ?, ?)";
    private static final String ADMISSION = """
            insert into case_admission (case_id, partner, entry, participant_class, admitted_from, admitted_until, removed)
            values (?, ?, ?, ?, ?, ?, ?)
            """;

    private final CaseFiles files;
    private final CaseKeys keys;

    public CasesByHand(DataSource runtime, Path folder, InstantSource clock) {
        var jdbc = JdbcClient.create(runtime);
        this.files = new CaseFiles(jdbc);
        this.keys = new CaseKeys(jdbc, EpochKey.in(folder.resolve("epoch")), clock);
    }

    public CaseFiles files() {
        return files;
    }

    public CaseKeys keys() {
        return keys;
    }

    /** A case in its first stage, about these adults. */
    public Work opened(CaseId id, Purpose purpose, Oin by, List<Pseudonym> subjects) {
        var minted = keys.mint(id);
        var goal = minted.key().seal("goal", "to be safe".getBytes(StandardCharsets.UTF_8));
        return (rows, positions) -> {
            var position = positions.getFirst();
            rows.insert("""
                    insert into case_file (id, purpose, type, goal, registered_by, registered_at, entry)
                    values (?, ?, 'COMPLEX', ?, ?, ?, ?)
                    """, id.value(), purpose.code(), goal, by.value(), position.time(), position.index());
            minted.writeTo(rows);
            for (var i = 0; i < subjects.size(); i++) {
                rows.insert("""
                        insert into case_subject (case_id, position, pseudonym, age_band, role)
                        values (?, ?, ?, 'ADULT', 'DATA_SUBJECT')
                        """, id.value(), i, subjects.get(i).value());
            }
            rows.insert(STAGE, id.value(), position.index(), Stage.REGISTERED, position.time());
        };
    }

    public static Work entered(CaseId id, Stage stage) {
        return (rows, positions) -> rows.insert(
                STAGE,
                id.value(),
                positions.getFirst().index(),
                stage,
                positions.getFirst().time());
    }

    public static Work admitted(CaseId id, Oin partner, ParticipantClass participantClass, Instant from) {
        return admission(id, partner, participantClass, from, false);
    }

    public static Work removed(CaseId id, Oin partner, ParticipantClass participantClass, Instant from) {
        return admission(id, partner, participantClass, from, true);
    }

    private static Work admission(
            CaseId id, Oin partner, ParticipantClass participantClass, Instant from, boolean removed) {
        return (rows, positions) -> rows.insert(
                ADMISSION,
                id.value(),
                partner.value(),
                positions.getFirst().index(),
                participantClass,
                from,
                null,
                removed);
    }
}
