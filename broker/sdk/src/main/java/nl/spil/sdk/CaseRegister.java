package nl.spil.sdk;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import nl.spil.protocol.CaseId;
import nl.spil.protocol.Pseudonym;

/**
 * Who is behind the pseudonyms of a case, in a file that only this partner has: the broker never gets it.
 */
public final class CaseRegister {
    private final Folder folder;

    CaseRegister(Folder folder) {
        this.folder = folder;
    }

    /** The pseudonym of this person in this case: the one it has already, else a fresh one, on disk before it is used. */
    public Pseudonym pseudonym(CaseId caseId, CitizenServiceNumber person) {
        return folder.exclusively(() -> knownOrFresh(caseId, person));
    }

    private Pseudonym knownOrFresh(CaseId caseId, CitizenServiceNumber person) {
        var known = subjects(caseId);
        for (var each : known.entrySet()) {
            if (each.getValue().equals(person)) {
                return each.getKey();
            }
        }
        var fresh = Pseudonym.random();
        keep(caseId, fresh, person);
        return fresh;
    }

    /** What another partner of the case told: this pseudonym is that person. */
    public void keep(CaseId caseId, Pseudonym pseudonym, CitizenServiceNumber person) {
        folder.exclusively(() -> {
            add(caseId, pseudonym, person);
            return pseudonym;
        });
    }

    private void add(CaseId caseId, Pseudonym pseudonym, CitizenServiceNumber person) {
        var subjects = subjects(caseId);
        subjects.put(pseudonym, person);
        var tree = JsonText.object();
        subjects.forEach((name, number) -> tree.put(name.value(), number.value()));
        folder.write(file(caseId), JsonText.pretty(tree));
    }

    public Optional<CitizenServiceNumber> person(CaseId caseId, Pseudonym pseudonym) {
        return Optional.ofNullable(subjects(caseId).get(pseudonym));
    }

    /** All subjects of a case that this partner knows. */
    public Map<Pseudonym, CitizenServiceNumber> subjects(CaseId caseId) {
        var subjects = new LinkedHashMap<Pseudonym, CitizenServiceNumber>();
        folder.read(file(caseId))
                .ifPresent(text -> JsonText.read(text)
                        .forEachEntry((name, number) ->
                                subjects.put(new Pseudonym(name), new CitizenServiceNumber(number.asString()))));
        return subjects;
    }

    private static String file(CaseId caseId) {
        return caseId.value() + ".json";
    }
}
