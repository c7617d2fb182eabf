package nl.spil.disclosure;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import nl.spil.casefile.CasesByHand;
import nl.spil.consent.ChangeRecorder;
import nl.spil.consent.CollectionMethod;
import nl.spil.consent.Consent;
import nl.spil.consent.ConsentChange;
import nl.spil.consent.ConsentId;
import nl.spil.consent.ConsentKind;
import nl.spil.consent.ConsentRegister;
import nl.spil.consent.GivenBy;
import nl.spil.decision.PolicyDecisionPoint;
import nl.spil.decision.RealPolicies;
import nl.spil.ledger.Draft;
import nl.spil.ledger.EntryKind;
import nl.spil.ledger.FactScope;
import nl.spil.ledger.LedgerFixture;
import nl.spil.ledger.Work;
import nl.spil.ledger.Writing;
import nl.spil.protocol.AnswerType;
import nl.spil.protocol.CaseId;
import nl.spil.protocol.DataCategory;
import nl.spil.protocol.EmployeeId;
import nl.spil.protocol.ExchangeId;
import nl.spil.protocol.Grounds;
import nl.spil.protocol.NecessityRecord;
import nl.spil.protocol.Oin;
import nl.spil.protocol.ParticipantClass;
import nl.spil.protocol.Problem;
import nl.spil.protocol.Pseudonym;
import nl.spil.protocol.Purpose;
import nl.spil.protocol.SecrecyBasis;
import nl.spil.protocol.Sha256;
import nl.spil.protocol.Stage;
import nl.spil.protocol.proof.InvalidProof;
import nl.spil.protocol.proof.LeafHeader;
import nl.spil.protocol.proof.Receipt;
import nl.spil.protocol.proof.TlogProof;
import nl.spil.protocol.seal.ExchangeClaims;
import nl.spil.protocol.seal.Item;
import nl.spil.protocol.seal.OpenedExchange;
import nl.spil.protocol.seal.Opener;
import nl.spil.protocol.seal.Opening;
import nl.spil.protocol.seal.SealedSubmission;
import nl.spil.protocol.seal.Sealer;
import nl.spil.protocol.seal.SealingPublicKey;
import nl.spil.protocol.seal.SigningKey;
import nl.spil.protocol.seal.ValueCheck;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Three partners around one case: mental-health care may share with the municipality and with probation, and has the
 * data subject's consent for the municipality alone. Real database, ledger, rules and cryptography; closing it checks
 * the whole ledger.
 */
final class Region implements AutoCloseable {
    static final Member CARE = Member.of("00000099000000000004", "MENTAL_HEALTH_CARE", ParticipantClass.PRIVATE);
    static final Member MUNICIPALITY =
            Member.of("00000099000000000002", "MUNICIPAL_EXECUTIVE", ParticipantClass.PUBLIC);
    static final Member PROBATION = Member.of("00000099000000000005", "PROBATION", ParticipantClass.PRIVATE);
    static final Member OUTSIDER = Member.of("00000099000000000008", "POLICE", ParticipantClass.PUBLIC);
    static final Purpose CONSULTATION = new Purpose("case-consultation");
    static final String AUDIENCE = "https://broker.example";

    final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-01T09:00:00Z"));
    final LedgerFixture log = LedgerFixture.fresh(now::get);
    final JdbcClient jdbc = JdbcClient.create(log.database().runtime());
    final CasesByHand cases = new CasesByHand(log.database().runtime(), log.folder(), now::get);
    final ConsentRegister consents = ConsentRegister.over(jdbc, new PlainText(), this::consentChange, now::get);
    final Members members = new Members(CARE, MUNICIPALITY, PROBATION, OUTSIDER);
    final SigningKey releaseKey = SigningKey.generateEs256();
    final CaseId caseId = CaseId.random();
    final Pseudonym subject = Pseudonym.random();
    final ConsentId consent = new ConsentId(UUID.randomUUID());

    private Region() {
        record(EntryKind.CASE_OPENED, cases.opened(caseId, CONSULTATION, MUNICIPALITY.oin(), List.of(subject)));
        for (var member : List.of(CARE, MUNICIPALITY, PROBATION)) {
            admit(member);
        }
        enter(Stage.CONSULTATION);
        giveConsent(consent);
    }

    static Region open() {
        return new Region();
    }

    void admit(Member member) {
        var from = now.get().minusSeconds(60);
        record(
                EntryKind.CASE_ADMITTED,
                CasesByHand.admitted(caseId, member.oin(), member.partner().participantClass(), from));
    }

    void remove(Member member) {
        var from = now.get().minusSeconds(60);
        record(
                EntryKind.CASE_ADMISSION_ENDED,
                CasesByHand.removed(caseId, member.oin(), member.partner().participantClass(), from));
    }

    void enter(Stage stage) {
        record(EntryKind.CASE_STAGE_CHANGED, CasesByHand.entered(caseId, stage));
    }

    void withdrawConsent() {
        consents.withdraw(consent, new EmployeeId("emp-1"));
    }

    /** As another consent, since a withdrawn one stays withdrawn. */
    void giveConsentAgain() {
        giveConsent(new ConsentId(UUID.randomUUID()));
    }

    private void giveConsent(ConsentId id) {
        consents.give(
                new Consent(
                        id,
                        caseId,
                        subject,
                        CARE.oin(),
                        new TreeSet<>(List.of(MUNICIPALITY.oin())),
                        new TreeSet<>(List.of(new DataCategory("HEALTH"), new DataCategory("CARE"))),
                        ConsentKind.SECRECY_RELEASE,
                        true,
                        GivenBy.SELF,
                        now.get().minusSeconds(3600),
                        null),
                new CollectionMethod("in writing"),
                new EmployeeId("emp-1"));
    }

    private void record(EntryKind kind, Work work) {
        log.ledger()
                .record(Writing.of(Draft.of(kind, kind, LeafHeader.none(), Map.of("case", caseId.value())))
                        .bumping(FactScope.caseFile(caseId))
                        .with(work));
    }

    private long consentChange(ConsentChange change, ChangeRecorder.RowsAt rows) {
        var kind = change instanceof ConsentChange.Given ? EntryKind.CONSENT_GIVEN : EntryKind.CONSENT_WITHDRAWN;
        var draft = Draft.of(change, kind, LeafHeader.none(), Map.of("case", caseId.value()));
        return log.ledger()
                .record(Writing.of(draft).bumping(FactScope.caseFile(caseId)).with((into, positions) -> {
                    for (var row : rows.of(positions.getFirst().index())) {
                        into.insert(row.sql(), row.values().toArray());
                    }
                }))
                .of(draft)
                .index();
    }

    /** A summary that only who has consent may have, and who it is about, which every participant may have. */
    List<Item> items() {
        return List.of(item("HEALTH", "slaapt slecht"), item("IDENTIFYING", "J. Jansen"));
    }

    Item item(String category, String text) {
        return new Item(
                new DataCategory(category), AnswerType.SUMMARY, subject, JsonNodeFactory.instance.stringNode(text));
    }

    /** What mental-health care seals for the municipality and probation. */
    SealedSubmission sealed() {
        return sealed(items(), MUNICIPALITY, PROBATION);
    }

    SealedSubmission sealed(List<Item> items, Member... recipients) {
        return sealed(claims(ExchangeId.random(now.get()), recipients), items, recipients);
    }

    static SealedSubmission sealed(ExchangeClaims claims, List<Item> items, Member... recipients) {
        Map<Oin, SealingPublicKey> keys = new HashMap<>();
        for (var recipient : recipients) {
            keys.put(recipient.oin(), recipient.sealing().publicKey());
        }
        return new Sealer(CARE.signing()).seal(claims, items, keys);
    }

    ExchangeClaims claims(ExchangeId id, Member... recipients) {
        return new ExchangeClaims(
                CARE.oin(),
                Stream.of(recipients).map(Member::oin).toList(),
                id,
                now.get(),
                now.get().plusSeconds(7 * 86_400),
                caseId,
                CONSULTATION,
                Optional.empty(),
                Member.professional(now.get()),
                new NecessityRecord(
                        true, true, true, new EmployeeId("emp-1"), now.get().minusSeconds(600)),
                Grounds.none().with(new SecrecyBasis("consent")));
    }

    /** The rooms an exchange passes, as after a start of the broker, deciding by the real rules. */
    Rooms rooms() {
        return rooms(RealPolicies.decisionPoint());
    }

    Rooms rooms(PolicyDecisionPoint decisionPoint) {
        return Rooms.of(this, decisionPoint);
    }

    /** Opens a delivery as this recipient's system does: proof, release, signature, set, contents. */
    OpenedExchange opened(Member recipient, Handover handover) {
        var delivery = ((Handover.Delivered) handover).delivery();
        var opener = new Opener(
                recipient.oin(),
                List.of(recipient.sealing()),
                members::signingKeys,
                List.of(releaseKey.verification()),
                this::flawsOf,
                ValueCheck.any());
        return ((Opening.Opened) opener.open(delivery, now.get())).exchange();
    }

    private List<Problem> flawsOf(String proof, Sha256 release) {
        try {
            var parsed = TlogProof.parse(proof);
            var proven = Receipt.of(
                            parsed.leaf(),
                            parsed.inclusion(),
                            parsed.checkpoint().note())
                    .verify(log.key());
            return release.equals(proven.leaf().header().release())
                    ? List.of()
                    : List.of(new Problem("proof-of-another", "", "of another release"));
        } catch (InvalidProof e) {
            return List.of(new Problem("proof-invalid", "", String.valueOf(e.getMessage())));
        }
    }

    long entries() {
        return count("log_entry");
    }

    long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    @Override
    public void close() {
        log.close();
    }
}
