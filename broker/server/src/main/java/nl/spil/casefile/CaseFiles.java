package nl.spil.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.spil.protocol.AgeBand;
import nl.spil.protocol.CaseId;
import nl.spil.protocol.Oin;
import nl.spil.protocol.ParticipantClass;
import nl.spil.protocol.Pseudonym;
import nl.spil.protocol.Purpose;
import nl.spil.protocol.Stage;
import org.springframework.jdbc.core.simple.JdbcClient;

/** States what is so now about a case; to whom it may be told is for the caller to check. */
public final class CaseFiles {
    private static final String CASE = """
            select f.*, s.stage, s.entry as stage_entry
            from case_file f join case_stage s on s.case_id = f.id
            where f.id = ? order by s.entry desc limit 1
            """;
    private static final String ADMISSIONS = """
            select distinct on (partner) * from case_admission where case_id = ? order by partner, entry desc
            """;
    private static final String OF_PARTNER = """
            select f.id from case_file f
            join (select distinct on (case_id) * from case_admission where partner = ? order by case_id, entry desc) a
              on a.case_id = f.id
            where not a.removed and a.admitted_from <= ? and (a.admitted_until is null or a.admitted_until > ?)
              and f.entry > ?
            order by f.entry limit ?
            """;
    private static final String SUBJECTS = "select * from case_subject where case_id = ? order by position";

    private final JdbcClient jdbc;

    CaseFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The case as it stands; empty when there is none. */
    public Optional<CaseFile> find(CaseId id) {
        return jdbc.sql(CASE).param(id.value()).query((row, _) -> caseFile(row)).optional();
    }

    /** Where the removal of a partner was recorded, if that is the last thing that happened to its admission. */
    Optional<Long> removalOf(CaseId id, Oin partner) {
        return jdbc.sql("select entry, removed from case_admission where case_id = ? and partner = ?"
                        + " order by entry desc limit 1")
                .params(id.value(), partner.value())
                .query((row, _) ->
                        row.getBoolean("removed") ? Optional.of(row.getLong("entry")) : Optional.<Long>empty())
                .optional()
                .flatMap(entry -> entry);
    }

    /** The sealed goal of a case. */
    byte[] goal(CaseId id) {
        return jdbc.sql("select goal from case_file where id = ?")
                .param(id.value())
                .query((row, _) -> row.getBytes("goal"))
                .single();
    }

    /** The cases a partner takes part in at this moment, after an entry of the log, oldest first. */
    List<CaseFile> of(Oin partner, Instant moment, long after, int limit) {
        return jdbc
                .sql(OF_PARTNER)
                .params(partner.value(), Timestamp.from(moment), Timestamp.from(moment), after, limit)
                .query((row, _) -> row.getString("id"))
                .list()
                .stream()
                .map(id -> find(new CaseId(id)).orElseThrow())
                .toList();
    }

    private CaseFile caseFile(ResultSet row) throws SQLException {
        var id = new CaseId(row.getString("id"));
        return new CaseFile(
                id,
                new Purpose(row.getString("purpose")),
                row.getBytes("goal").length > 0,
                CaseType.valueOf(row.getString("type")),
                new CaseFile.StageEntered(Stage.valueOf(row.getString("stage")), row.getLong("stage_entry")),
                new CaseFile.Registered(
                        new Oin(row.getString("registered_by")),
                        row.getTimestamp("registered_at").toInstant(),
                        row.getLong("entry")),
                admissions(id),
                subjects(id));
    }

    private SortedMap<Oin, Admission> admissions(CaseId id) {
        var admissions = new TreeMap<Oin, Admission>();
        jdbc.sql(ADMISSIONS).param(id.value()).query(row -> {
            if (!row.getBoolean("removed")) {
                var admission = admission(row);
                admissions.put(admission.partner(), admission);
            }
        });
        return admissions;
    }

    static Admission admission(ResultSet row) throws SQLException {
        var until = row.getTimestamp("admitted_until");
        return new Admission(
                new Oin(row.getString("partner")),
                ParticipantClass.valueOf(row.getString("participant_class")),
                row.getTimestamp("admitted_from").toInstant(),
                until == null ? null : until.toInstant(),
                row.getLong("entry"));
    }

    private SequencedMap<Pseudonym, DataSubject> subjects(CaseId id) {
        var subjects = new LinkedHashMap<Pseudonym, DataSubject>();
        jdbc.sql(SUBJECTS).param(id.value()).query(row -> {
            var pseudonym = new Pseudonym(row.getString("pseudonym"));
            subjects.put(
                    pseudonym,
                    new DataSubject(
                            pseudonym,
                            AgeBand.valueOf(row.getString("age_band")),
                            SubjectRole.valueOf(row.getString("role"))));
        });
        return subjects;
    }
}
