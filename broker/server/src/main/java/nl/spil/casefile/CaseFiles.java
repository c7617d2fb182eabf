package nl.spil.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
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
            select f.*, (select s.stage from case_stage s where s.case_id = f.id order by s.entry desc limit 1) as stage
            from case_file f where f.id = ?
            """;
    private static final String ADMISSIONS = """
            select distinct on (partner) * from case_admission where case_id = ? order by partner, entry desc
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

    private CaseFile caseFile(ResultSet row) throws SQLException {
        var id = new CaseId(row.getString("id"));
        return new CaseFile(
                id,
                new Purpose(row.getString("purpose")),
                row.getBytes("goal").length > 0,
                CaseType.valueOf(row.getString("type")),
                Stage.valueOf(row.getString("stage")),
                new Oin(row.getString("registered_by")),
                row.getTimestamp("registered_at").toInstant(),
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
                until == null ? null : until.toInstant());
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
