package nl.spil.decision;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import nl.spil.consent.ConsentId;
import nl.spil.consent.ConsentInForce;
import nl.spil.consent.ConsentKind;
import nl.spil.protocol.AgeBand;
import nl.spil.protocol.AnswerType;
import nl.spil.protocol.CaseId;
import nl.spil.protocol.ContentDigest;
import nl.spil.protocol.DataCategory;
import nl.spil.protocol.EmployeeId;
import nl.spil.protocol.Grounds;
import nl.spil.protocol.NecessityRecord;
import nl.spil.protocol.Oin;
import nl.spil.protocol.ParticipantClass;
import nl.spil.protocol.PartnerType;
import nl.spil.protocol.Pseudonym;
import nl.spil.protocol.Purpose;
import nl.spil.protocol.SecrecyBasis;
import nl.spil.protocol.Sha256;
import nl.spil.protocol.Stage;

/** Questions for tests: mental-health care shares with the municipality, which has consent, and probation, which has not. */
final class Questions {
    static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");
    static final Oin MENTAL_HEALTH_CARE = new Oin("00000099000000000004");
    static final Oin MUNICIPALITY = new Oin("00000099000000000002");
    static final Oin PROBATION = new Oin("00000099000000000005");
    static final Pseudonym SUBJECT = Pseudonym.random();
    private static final Purpose CONSULTATION = new Purpose("case-consultation");

    private Questions() {}

    static ItemFacts item(String category, AnswerType answerType) {
        return new ItemFacts(
                new ContentDigest(Sha256.of((category + answerType).getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .value()),
                new DataCategory(category),
                answerType,
                SUBJECT,
                AgeBand.ADULT,
                "DATA_SUBJECT");
    }

    /** About these items, for the municipality and probation. */
    static Question about(ItemFacts... items) {
        return about(
                List.of(recipient(MUNICIPALITY, "MUNICIPAL_EXECUTIVE", ParticipantClass.PUBLIC), probation()), items);
    }

    static Question about(List<RecipientFacts> recipients, ItemFacts... items) {
        return new Question(
                ActionName.DISCLOSE,
                CONSULTATION,
                new CaseFacts(CaseId.random(), CONSULTATION, true, "COMPLEX", Stage.CONSULTATION, false),
                new PartnerFacts(
                        MENTAL_HEALTH_CARE,
                        new PartnerType("MENTAL_HEALTH_CARE"),
                        ParticipantClass.PRIVATE,
                        true,
                        null),
                Arrays.asList(items),
                recipients,
                NOW,
                new Partnership("zvh-voorbeeld", NOW.minusSeconds(9_000_000), NOW.plusSeconds(90_000_000)),
                new ActorFacts("PARTICIPANT_PROFESSIONAL", true, NOW.plusSeconds(900_000), false),
                new NecessityRecord(true, true, true, new EmployeeId("emp-1"), NOW.minusSeconds(600)),
                Grounds.none().with(new SecrecyBasis("consent")),
                List.of(new ConsentInForce(
                        new ConsentId(UUID.fromString("6f1c2d8e-0000-4000-8000-000000000001")),
                        SUBJECT,
                        MENTAL_HEALTH_CARE,
                        MUNICIPALITY,
                        new TreeSet<>(List.of(new DataCategory("CARE"), new DataCategory("HEALTH"))),
                        true,
                        ConsentKind.SECRECY_RELEASE,
                        NOW.minusSeconds(5_000),
                        null)));
    }

    /** Six items, as one exchange of the measured size has them. */
    static Question ofSixItems() {
        return about(
                item("IDENTIFYING", AnswerType.DOCUMENT),
                item("HEALTH", AnswerType.SUMMARY),
                item("CARE", AnswerType.SUMMARY),
                item("CARE", AnswerType.YES_NO),
                item("HOUSING", AnswerType.STATUS),
                item("HEALTH", AnswerType.DOCUMENT));
    }

    static RecipientFacts probation() {
        return recipient(PROBATION, "PROBATION", ParticipantClass.PRIVATE);
    }

    static RecipientFacts recipient(Oin oin, String type, ParticipantClass participantClass) {
        return new RecipientFacts(new PartnerFacts(oin, new PartnerType(type), participantClass, true, null), null);
    }
}
