package nl.spil.casefile;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import nl.spil.casefile.CaseChange.Conflict;
import nl.spil.casefile.CaseChange.Done;
import nl.spil.casefile.CaseChange.NotAllowed;
import nl.spil.casefile.CaseChange.NotVisible;
import nl.spil.ledger.FactsVersions;
import nl.spil.partner.PartnerDirectory;
import nl.spil.protocol.CaseId;
import nl.spil.protocol.Oin;
import nl.spil.protocol.ParticipantClass;
import nl.spil.protocol.Stage;

/** What public participants decide about a case: who takes part and in which stage it is; decided twice is decided once. */
final class CaseDecisions {
    private final CaseFiles files;
    private final PartnerDirectory partners;
    private final CaseRecorder recorder;
    private final InstantSource clock;

    CaseDecisions(CaseFiles files, PartnerDirectory partners, CaseRecorder recorder, InstantSource clock) {
        this.files = files;
        this.partners = partners;
        this.recorder = recorder;
        this.clock = clock;
    }

    /** Lets a partner take part (Wgs 2.31(4)). */
    CaseChange admit(CaseId id, Oin partner, Terms terms, Acting acting) {
        return decided(id, acting, (file, versions) -> admitted(file, partner, terms, acting, versions));
    }

    /** Ends a partner's part in the case. */
    CaseChange remove(CaseId id, Oin partner, Acting acting) {
        return decided(id, acting, (file, versions) -> removed(file, partner, acting, versions));
    }

    /** Brings the case into a stage. */
    CaseChange move(CaseId id, Stage to, Acting acting) {
        return decided(id, acting, (file, versions) -> moved(file, to, acting, versions));
    }

    /** Only who takes part sees the case, and of those only public participants decide about it. */
    private CaseChange decided(CaseId id, Acting acting, BiFunction<CaseFile, FactsVersions, CaseChange> decision) {
        return recorder.changing(id, versions -> {
            var file = files.find(id);
            if (file.flatMap(found -> found.admissionAt(acting.partner(), now()))
                    .isEmpty()) {
                return new NotVisible();
            }
            return file.get().decidedBy(acting.partner(), now())
                    ? decision.apply(file.get(), versions)
                    : new NotAllowed();
        });
    }

    private CaseChange admitted(CaseFile file, Oin partner, Terms terms, Acting acting, FactsVersions versions) {
        var known = partners.find(partner).filter(found -> !found.isOperator());
        if (known.isEmpty()) {
            return new Conflict("partner-unknown");
        }
        var participantClass =
                terms.incidental() ? ParticipantClass.INCIDENTAL : known.get().participantClass();
        return hindrance(file, participantClass, terms)
                .orElseGet(() -> admitted(file, partner, participantClass, terms, acting, versions));
    }

    private CaseChange admitted(
            CaseFile file,
            Oin partner,
            ParticipantClass participantClass,
            Terms terms,
            Acting acting,
            FactsVersions versions) {
        var standing = file.admissions().get(partner);
        if (standing != null && standing.participantClass() == participantClass && terms.metBy(standing)) {
            return new Done(file, standing.entry());
        }
        return recorder.recorded(
                file.id(),
                List.of(new CaseDrafts(acting).admitted(file.id(), partner, participantClass, terms)),
                versions,
                (rows, positions) ->
                        new CaseWork(rows).admit(file.id(), partner, participantClass, terms, positions.getFirst()));
    }

    private Optional<CaseChange> hindrance(CaseFile file, ParticipantClass participantClass, Terms terms) {
        if (file.shielded()) {
            return Optional.of(new Conflict("case-closed"));
        }
        var until = terms.until();
        if (participantClass == ParticipantClass.INCIDENTAL && until == null) {
            return Optional.of(new Conflict("incidental-without-end"));
        }
        return until != null && !until.isAfter(now()) ? Optional.of(new Conflict("admission-over")) : Optional.empty();
    }

    private CaseChange removed(CaseFile file, Oin partner, Acting acting, FactsVersions versions) {
        var standing = file.admissions().get(partner);
        if (standing == null) {
            return files.removalOf(file.id(), partner)
                    .<CaseChange>map(entry -> new Done(file, entry))
                    .orElseGet(NotVisible::new);
        }
        if (isLastToDecide(file, partner)) {
            return new Conflict("last-public-participant");
        }
        return recorder.recorded(
                file.id(),
                List.of(new CaseDrafts(acting).removed(file.id(), partner)),
                versions,
                (rows, positions) -> new CaseWork(rows).remove(file.id(), standing, positions.getFirst()));
    }

    /** Without a public participant nobody could decide about the case any more, not even close it. */
    private boolean isLastToDecide(CaseFile file, Oin partner) {
        return file.admissions().keySet().stream()
                .noneMatch(other -> !other.equals(partner) && file.decidedBy(other, now()));
    }

    private CaseChange moved(CaseFile file, Stage to, Acting acting, FactsVersions versions) {
        if (file.stage().stage() == to) {
            return new Done(file, file.stage().entry());
        }
        if (!StageOrder.allows(file.stage().stage(), to)) {
            return new Conflict("stage-order");
        }
        return recorder.recorded(
                file.id(),
                List.of(new CaseDrafts(acting).moved(file, to)),
                versions,
                (rows, positions) -> new CaseWork(rows).enter(file.id(), to, positions.getFirst()));
    }

    private Instant now() {
        return clock.instant();
    }
}
