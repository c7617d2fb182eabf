package nl.spil.sdk;

import java.util.List;
import nl.spil.protocol.AgeBand;
import nl.spil.protocol.CaseId;
import nl.spil.protocol.Pseudonym;
import nl.spil.protocol.Purpose;
import tools.jackson.databind.JsonNode;

/**
 * A case as its registering partner opens it; the broker hears of no person but by pseudonym.
 *
 * @param goal what is to be reached, without anything that points at a person
 * @param type a code like COMPLEX
 */
public record NewCase(CaseId id, Purpose purpose, String goal, String type, List<Subject> subjects) {

    public NewCase {
        subjects = List.copyOf(subjects);
        if (subjects.isEmpty()) {
            throw new IllegalArgumentException("a case is about someone");
        }
    }

    /**
     * Someone the case is about, as the broker may know it.
     *
     * @param role a code like DATA_SUBJECT
     */
    public record Subject(Pseudonym pseudonym, AgeBand ageBand, String role) {

        /** The person at whom the case is aimed. */
        public static Subject of(Pseudonym pseudonym, AgeBand ageBand) {
            return new Subject(pseudonym, ageBand, "DATA_SUBJECT");
        }
    }

    JsonNode json() {
        var tree = JsonText.object()
                .put("id", id.value())
                .put("purpose", purpose.code())
                .put("goal", goal)
                .put("type", type);
        var list = tree.putArray("subjects");
        subjects.forEach(subject -> list.addObject()
                .put("pseudonym", subject.pseudonym().value())
                .put("ageBand", subject.ageBand().name())
                .put("role", subject.role()));
        return tree;
    }
}
