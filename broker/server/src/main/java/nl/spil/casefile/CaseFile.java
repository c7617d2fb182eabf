package nl.spil.casefile;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.spil.protocol.CaseId;
import nl.spil.protocol.Oin;
import nl.spil.protocol.ParticipantClass;
import nl.spil.protocol.Pseudonym;
import nl.spil.protocol.Purpose;
import nl.spil.protocol.Stage;

/**
 * What is so now about one case: the unit of permission. Holds no readable text.
 *
 * @param goalSet whether a goal was written down before anything flowed (Wgs 1.8(5))
 * @param admissions by partner; also those that do not hold at every moment
 */
public record CaseFile(
        CaseId id,
        Purpose purpose,
        boolean goalSet,
        CaseType type,
        StageEntered stage,
        Registered registered,
        SortedMap<Oin, Admission> admissions,
        SequencedMap<Pseudonym, DataSubject> subjects) {

    public CaseFile {
        admissions = Collections.unmodifiableSortedMap(new TreeMap<>(admissions));
        subjects = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(subjects));
    }

    /** The stage it is in, and where entering it was recorded. */
    public record StageEntered(Stage stage, long entry) {}

    /** By whom and when it was registered, and where that was recorded. */
    public record Registered(Oin by, Instant at, long entry) {}

    /** Closing a case withdraws it from sight until it is destroyed (Wgs 2.31(8)). */
    public boolean shielded() {
        return stage.stage() == Stage.CLOSED;
    }

    /** The partner's admission, if it takes part at this moment. */
    public Optional<Admission> admissionAt(Oin partner, Instant moment) {
        return Optional.ofNullable(admissions.get(partner)).filter(admission -> admission.holdsAt(moment));
    }

    /** Whether the partner may decide about the case: public participants do (Wgs 2.31(2), (4)). */
    public boolean decidedBy(Oin partner, Instant moment) {
        return admissionAt(partner, moment)
                .filter(admission -> admission.participantClass() == ParticipantClass.PUBLIC)
                .isPresent();
    }
}
