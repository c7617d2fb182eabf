package nl.spil.casefile;

import java.util.List;
import java.util.Set;
import nl.spil.protocol.CaseId;
import nl.spil.protocol.Oin;
import nl.spil.protocol.Purpose;

/**
 * A case as a participant wants it registered (Wgs 2.31(1)).
 *
 * @param goal what the partners want to reach, written down before anything flows (Wgs 1.8(5))
 * @param participants the public participants it is registered with; empty for all of the partnership
 */
record NewCase(
        CaseId id, Purpose purpose, String goal, CaseType type, List<DataSubject> subjects, Set<Oin> participants) {
    static final int LONGEST_GOAL = 2_000;

    NewCase {
        subjects = List.copyOf(subjects);
        participants = Set.copyOf(participants);
        if (goal.isBlank() || goal.length() > LONGEST_GOAL) {
            throw new IllegalArgumentException("a goal is a text of at most " + LONGEST_GOAL + " characters");
        }
        if (subjects.stream().map(DataSubject::pseudonym).distinct().count() != subjects.size()) {
            throw new IllegalArgumentException("every data subject of a case has its own pseudonym");
        }
    }

    @Override
    public String toString() {
        return "new case " + id;
    }
}
