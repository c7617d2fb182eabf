package nl.spil.casefile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.spil.casefile.CaseChange.Conflict;
import nl.spil.casefile.CaseChange.Done;
import nl.spil.casefile.CaseChange.NotAllowed;
import nl.spil.ledger.Draft;
import nl.spil.ledger.FactsVersions;
import nl.spil.partner.Partner;
import nl.spil.partner.PartnerDirectory;
import nl.spil.protocol.CaseId;
import nl.spil.protocol.Oin;
import nl.spil.protocol.ParticipantClass;

/** Registers cases with the public participants, who are to judge them (Wgs 2.31(1)-(2)). */
final class CaseOpening {
    private static final int MOST_PARTICIPANTS = 60;
    private static final Terms AT_ONCE = new Terms(null, null, false);

    private final CaseFiles files;
    private final CaseKeys keys;
    private final PartnerDirectory partners;
    private final CaseRecorder recorder;

    CaseOpening(CaseFiles files, CaseKeys keys, PartnerDirectory partners, CaseRecorder recorder) {
        this.files = files;
        this.keys = keys;
        this.partners = partners;
        this.recorder = recorder;
    }

    /** Registers the case; the same case under the same id is registered once. */
    CaseChange register(NewCase wanted, Acting acting) {
        return recorder.changing(
                wanted.id(),
                versions -> files.find(wanted.id())
                        .<CaseChange>map(standing -> asRegistered(standing, wanted, acting))
                        .orElseGet(() -> registered(wanted, acting, versions)));
    }

    String goalOf(CaseId id) {
        return new String(keys.of(id).open(CaseWork.GOAL, files.goal(id)), UTF_8);
    }

    private CaseChange asRegistered(CaseFile standing, NewCase wanted, Acting acting) {
        var same = standing.registered().by().equals(acting.partner())
                && standing.purpose().equals(wanted.purpose())
                && standing.type() == wanted.type()
                && List.copyOf(standing.subjects().values()).equals(wanted.subjects())
                && goalOf(standing.id()).equals(wanted.goal());
        return same ? new Done(standing, standing.registered().entry()) : new Conflict("conflict");
    }

    private CaseChange registered(NewCase wanted, Acting acting, FactsVersions versions) {
        var registrant = partners.find(acting.partner());
        if (registrant.filter(CaseOpening::mayRegister).isEmpty()) {
            return new NotAllowed();
        }
        var admitted = registeredWith(wanted, registrant.get());
        if (admitted.values().stream().noneMatch(CaseOpening::isPublic)) {
            return new Conflict("no-public-participant");
        }
        if (admitted.size() > MOST_PARTICIPANTS) {
            return new Conflict("too-many-participants");
        }
        return opened(wanted, acting, admitted, versions);
    }

    private static boolean mayRegister(Partner partner) {
        return !partner.isOperator() && partner.participantClass() != ParticipantClass.INCIDENTAL;
    }

    private static boolean isPublic(Partner partner) {
        return partner.participantClass() == ParticipantClass.PUBLIC && !partner.isOperator();
    }

    private SortedMap<Oin, Partner> registeredWith(NewCase wanted, Partner registrant) {
        var admitted = new TreeMap<Oin, Partner>();
        partners.all().stream()
                .filter(CaseOpening::isPublic)
                .filter(partner ->
                        wanted.participants().isEmpty() || wanted.participants().contains(partner.oin()))
                .forEach(partner -> admitted.put(partner.oin(), partner));
        admitted.put(registrant.oin(), registrant);
        return admitted;
    }

    private CaseChange opened(NewCase wanted, Acting acting, SortedMap<Oin, Partner> admitted, FactsVersions versions) {
        var drafts = new CaseDrafts(acting);
        var entries = new ArrayList<Draft<?>>();
        entries.add(drafts.opened(wanted));
        admitted.values()
                .forEach(partner ->
                        entries.add(drafts.admitted(wanted.id(), partner.oin(), partner.participantClass(), AT_ONCE)));
        var key = keys.mint(wanted.id());
        return recorder.recorded(wanted.id(), entries, versions, (rows, positions) -> {
            var work = new CaseWork(rows);
            work.open(wanted, acting.partner(), key, positions.getFirst());
            var position = positions.listIterator(1);
            for (var partner : admitted.values()) {
                work.admit(wanted.id(), partner.oin(), partner.participantClass(), AT_ONCE, position.next());
            }
        });
    }
}
