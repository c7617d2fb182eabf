package nl.spil.casefile;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import nl.spil.protocol.ParticipantClass;
import nl.spil.protocol.proof.Receipt;
import org.jspecify.annotations.Nullable;

/**
 * A case as an admitted partner sees it. Once it is closed its goal, its data subjects and its partners are withdrawn from
 * sight (Wgs 2.31(8)); an incidental third party is not told the goal (2.31(9): only what is necessary).
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CaseView(
        String id,
        String purpose,
        String type,
        String stage,
        boolean shielded,
        String registeredAt,
        @Nullable String registeredBy,
        @Nullable String goal,
        @Nullable List<Participant> participants,
        @Nullable List<Person> subjects,
        @Nullable Receipt receipt) {

    record Participant(
            String oin,
            String participantClass,
            String from,
            @Nullable String until) {
        static Participant of(Admission admission) {
            var until = admission.until();
            return new Participant(
                    admission.partner().value(),
                    admission.participantClass().name(),
                    admission.from().toString(),
                    until == null ? null : until.toString());
        }
    }

    record Person(String pseudonym, String ageBand, String role) {
        static Person of(DataSubject subject) {
            return new Person(
                    subject.pseudonym().value(),
                    subject.ageBand().name(),
                    subject.role().name());
        }
    }

    /** Without its readable text, as in a list. */
    static CaseView of(CaseFile file) {
        var shielded = file.shielded();
        return new CaseView(
                file.id().value(),
                file.purpose().code(),
                file.type().name(),
                file.stage().stage().name(),
                shielded,
                file.registered().at().toString(),
                shielded ? null : file.registered().by().value(),
                null,
                shielded
                        ? null
                        : file.admissions().values().stream()
                                .map(Participant::of)
                                .toList(),
                shielded
                        ? null
                        : file.subjects().values().stream().map(Person::of).toList(),
                null);
    }

    /** With its goal, for a participant. */
    CaseView with(ParticipantClass viewer, java.util.function.Supplier<String> words) {
        var told = !shielded && viewer != ParticipantClass.INCIDENTAL;
        return new CaseView(
                id,
                purpose,
                type,
                stage,
                shielded,
                registeredAt,
                registeredBy,
                told ? words.get() : null,
                participants,
                subjects,
                receipt);
    }

    CaseView with(Receipt proof) {
        return new CaseView(
                id, purpose, type, stage, shielded, registeredAt, registeredBy, goal, participants, subjects, proof);
    }
}
