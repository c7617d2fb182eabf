package nl.spil.casefile;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import nl.spil.casefile.CaseChange.Done;
import nl.spil.embedded.TestDatabase;
import nl.spil.ledger.LedgerFixture;
import nl.spil.partner.Partner;
import nl.spil.protocol.AgeBand;
import nl.spil.protocol.CaseId;
import nl.spil.protocol.EmployeeId;
import nl.spil.protocol.Pseudonym;
import nl.spil.protocol.Purpose;
import nl.spil.protocol.Stage;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Case files on a real database and a real ledger; closing it checks the whole ledger. */
public final class CaseFixture implements AutoCloseable {
    public static final Pseudonym SUBJECT = Pseudonym.random();
    private static final EmployeeId EMPLOYEE = new EmployeeId("emp-7f3a");

    private final LedgerFixture ledger;
    private final JdbcClient jdbc;
    private final CaseFiles files;
    private final CaseKeys keys;
    final CaseRecorder recorder;
    final CaseOpening opening;
    final CaseDecisions decisions;

    private CaseFixture(LedgerFixture ledger, InstantSource clock) {
        var partners = new KnownPartners();
        this.ledger = ledger;
        this.jdbc = JdbcClient.create(ledger.database().runtime());
        this.files = new CaseFiles(jdbc);
        this.keys = new CaseKeys(jdbc, EpochKey.in(epochKey()), clock);
        this.recorder = new CaseRecorder(files, ledger.ledger());
        this.opening = new CaseOpening(files, keys, partners, recorder);
        this.decisions = new CaseDecisions(files, partners, recorder, clock);
    }

    public static CaseFixture fresh() {
        return fresh(InstantSource.system());
    }

    public static CaseFixture fresh(InstantSource clock) {
        return new CaseFixture(LedgerFixture.on(TestDatabase.fresh(), InstantSource.system()), clock);
    }

    /** A case of one adult in consultation, registered by the neighbourhood team. */
    public CaseId inConsultation() {
        var id = registered();
        for (var stage : List.of(Stage.TRIAGE, Stage.ASSESSMENT, Stage.CONSULTATION)) {
            moved(id, stage);
        }
        return id;
    }

    public CaseId registered() {
        var wanted = wanted(CaseId.random());
        done(opening.register(wanted, by(KnownPartners.NEIGHBOURHOOD_TEAM)));
        return wanted.id();
    }

    static NewCase wanted(CaseId id) {
        return new NewCase(
                id,
                new Purpose("case-consultation"),
                "Hulp en toezicht op elkaar afstemmen",
                CaseType.COMPLEX,
                List.of(new DataSubject(SUBJECT, AgeBand.ADULT, SubjectRole.DATA_SUBJECT)),
                Set.of());
    }

    /** The municipality lets a partner take part. */
    public void admit(CaseId id, Partner partner) {
        admit(id, partner, null);
    }

    public void admit(CaseId id, Partner partner, @org.jspecify.annotations.Nullable Instant until) {
        done(decisions.admit(id, partner.oin(), new Terms(null, until, false), by(KnownPartners.MUNICIPALITY)));
    }

    /** The municipality ends a partner's part. */
    public void remove(CaseId id, Partner partner) {
        done(decisions.remove(id, partner.oin(), by(KnownPartners.MUNICIPALITY)));
    }

    public void moved(CaseId id, Stage stage) {
        done(decisions.move(id, stage, by(KnownPartners.MUNICIPALITY)));
    }

    static Done done(CaseChange change) {
        if (change instanceof Done done) {
            return done;
        }
        throw new AssertionError("not done but " + change);
    }

    static Acting by(Partner partner) {
        return new Acting(partner.oin(), EMPLOYEE);
    }

    public CaseFiles files() {
        return files;
    }

    public CaseKeys keys() {
        return keys;
    }

    public LedgerFixture ledger() {
        return ledger;
    }

    public JdbcClient jdbc() {
        return jdbc;
    }

    public Path epochKey() {
        return ledger.folder().resolve("keys").resolve("epoch");
    }

    @Override
    public void close() {
        ledger.close();
    }
}
