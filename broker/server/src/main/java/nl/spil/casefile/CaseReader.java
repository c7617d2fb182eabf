package nl.spil.casefile;

import java.util.Objects;
import java.util.Set;
import nl.spil.problem.JsonBody;
import nl.spil.protocol.AgeBand;
import nl.spil.protocol.CaseId;
import nl.spil.protocol.Oin;
import nl.spil.protocol.Pseudonym;
import nl.spil.protocol.Purpose;
import org.jspecify.annotations.Nullable;

/** Reads what a partner's system says about a case; everything that is wrong with it comes out at once. */
final class CaseReader {
    private static final int LONGEST = 64 * 1024;
    private static final int MOST_SUBJECTS = 50;
    private static final int MOST_PARTICIPANTS = 60;

    private CaseReader() {}

    static NewCase newCase(byte[] bytes) {
        var body =
                JsonBody.of(bytes, LONGEST).only(Set.of("id", "purpose", "goal", "type", "subjects", "participants"));
        var id = body.text("id", CaseId::new);
        var purpose = body.text("purpose", Purpose::new);
        var goal = body.text("goal", CaseReader::goal);
        var type = body.text("type", CaseType::valueOf);
        var subjects = body.objects("subjects", MOST_SUBJECTS).stream()
                .map(CaseReader::subject)
                .toList();
        var participants = body.has("participants")
                ? Set.copyOf(body.texts("participants", MOST_PARTICIPANTS, Oin::new))
                : Set.<Oin>of();
        return body.whole(() -> new NewCase(
                Objects.requireNonNull(id),
                Objects.requireNonNull(purpose),
                Objects.requireNonNull(goal),
                Objects.requireNonNull(type),
                subjects.stream().map(Subject::whole).toList(),
                participants));
    }

    static Terms terms(byte[] bytes) {
        var body = JsonBody.ofPossiblyEmpty(bytes, LONGEST).only(Set.of("from", "until", "incidental"));
        var from = body.momentIfPresent("from");
        var until = body.momentIfPresent("until");
        var incidental = body.has("incidental") ? body.flag("incidental") : Boolean.FALSE;
        return body.whole(() -> new Terms(from, until, Objects.requireNonNull(incidental)));
    }

    /** A change of stage says all in its address. */
    static void nothing(byte[] bytes) {
        JsonBody.ofPossiblyEmpty(bytes, LONGEST).only(Set.of()).rejectIfWrong();
    }

    private static Subject subject(JsonBody body) {
        body.only(Set.of("pseudonym", "ageBand", "role"));
        return new Subject(
                body.text("pseudonym", Pseudonym::new),
                body.text("ageBand", AgeBand::valueOf),
                body.text("role", SubjectRole::valueOf));
    }

    private static String goal(String goal) {
        if (goal.isBlank() || goal.length() > NewCase.LONGEST_GOAL) {
            throw new IllegalArgumentException("a goal");
        }
        return goal;
    }

    /** A data subject as far as it could be read. */
    private record Subject(
            @Nullable Pseudonym pseudonym,
            @Nullable AgeBand ageBand,
            @Nullable SubjectRole role) {
        DataSubject whole() {
            return new DataSubject(
                    Objects.requireNonNull(pseudonym), Objects.requireNonNull(ageBand), Objects.requireNonNull(role));
        }
    }
}
