package nl.spil.decision;

import java.time.Instant;
import java.util.List;
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
import nl.spil.protocol.Sha256;
import nl.spil.protocol.Stage;

/** One question of nobody, put to rules before they are used: whatever they decide, they must answer it exactly. */
final class Probe {
    private static final int TRIES = 5;
    private static final Instant TIME = Instant.parse("2026-01-01T12:00:00Z");
    private static final Oin PROVIDER = new Oin("00000099000000000001");
    private static final Oin RECIPIENT = new Oin("00000099000000000002");
    private static final Purpose PURPOSE = new Purpose("case-consultation");

    private Probe() {}

    /** An engine that starts is slow at first, so it may try again before it is not believed. */
    static void put(Engine engine) {
        for (var attempt = 1; ; attempt++) {
            try {
                engine.decide(question());
                return;
            } catch (DecisionUnavailable noAnswer) {
                if (attempt == TRIES) {
                    throw noAnswer;
                }
            }
        }
    }

    private static Question question() {
        return new Question(
                ActionName.PRE_CHECK,
                PURPOSE,
                new CaseFacts(CaseId.random(), PURPOSE, true, "COMPLEX", Stage.CONSULTATION, false),
                partner(PROVIDER, "PROBATION"),
                List.of(item("IDENTIFYING", AnswerType.YES_NO), item("HEALTH", AnswerType.DOCUMENT)),
                List.of(new RecipientFacts(partner(RECIPIENT, "MUNICIPAL_EXECUTIVE"), null)),
                TIME,
                new Partnership("probe", TIME.minusSeconds(1_000), TIME.plusSeconds(1_000)),
                new ActorFacts("PARTICIPANT_PROFESSIONAL", true, TIME.plusSeconds(1_000), false),
                new NecessityRecord(true, true, true, new EmployeeId("probe"), TIME.minusSeconds(10)),
                Grounds.none(),
                List.of());
    }

    private static PartnerFacts partner(Oin oin, String type) {
        return new PartnerFacts(oin, new PartnerType(type), ParticipantClass.PUBLIC, true, null);
    }

    private static ItemFacts item(String category, AnswerType type) {
        return new ItemFacts(
                new ContentDigest(Sha256.of(category).value()),
                new DataCategory(category),
                type,
                Pseudonym.random(),
                AgeBand.ADULT,
                "DATA_SUBJECT");
    }
}
