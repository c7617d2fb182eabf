package nl.spil.disclosure;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import nl.spil.casefile.CaseFile;
import nl.spil.casefile.CaseFiles;
import nl.spil.disclosure.KeptDisclosure.Ending;
import nl.spil.ledger.Draft;
import nl.spil.ledger.EntryKind;
import nl.spil.ledger.Ledger;
import nl.spil.ledger.Writing;
import nl.spil.protocol.proof.LeafHeader;

/** Ends what waited too long and what belongs to a closed case: ciphertext and shares go, and the ledger says so. */
final class Endings {
    private static final String END = """
            update disclosure set ended_as = ?, ended_at = ?, sealed = null
            where id = ? and ended_as is null
            """;

    private final Disclosures disclosures;
    private final CaseFiles cases;
    private final Ledger ledger;
    private final InstantSource clock;

    Endings(Disclosures disclosures, CaseFiles cases, Ledger ledger, InstantSource clock) {
        this.disclosures = disclosures;
        this.cases = cases;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Ends everything that has to end by now. */
    void sweep() {
        for (var overdue = overdue(); !overdue.isEmpty(); overdue = overdue()) {
            overdue.forEach(this::expire);
        }
        disclosures.casesInWaiting().stream()
                .flatMap(id -> cases.find(id).stream())
                .filter(CaseFile::shielded)
                .flatMap(closed -> disclosures.waitingIn(closed.id()).stream())
                .forEach(disclosure -> end(disclosure, Ending.WITHDRAWN, EntryKind.DISCLOSURE_WITHDRAWN));
    }

    private List<KeptDisclosure> overdue() {
        return disclosures.overdue(clock.instant(), 100);
    }

    /** Ends a disclosure whose time is over; nothing happens to one that ended already. */
    void expire(KeptDisclosure disclosure) {
        end(disclosure, Ending.EXPIRED, EntryKind.DISCLOSURE_EXPIRED);
    }

    private void end(KeptDisclosure disclosure, Ending ending, EntryKind kind) {
        var entry = Draft.of(disclosure.id(), kind, header(disclosure), record(disclosure));
        try {
            ledger.record(Writing.of(entry).with((rows, positions) -> {
                var time = positions.getFirst().time();
                if (rows.change(END, ending, time, disclosure.id().value()) != 1) {
                    throw new DisclosureEnded();
                }
            }));
        } catch (DisclosureEnded _) {
            // Its recipient or another node was first; then that stands in the ledger instead of this.
        }
    }

    private static LeafHeader header(KeptDisclosure disclosure) {
        return LeafHeader.none()
                .exchange(disclosure.exchange())
                .from(disclosure.provider())
                .to(disclosure.recipient());
    }

    private static Map<String, Object> record(KeptDisclosure disclosure) {
        return Map.of(
                "case",
                disclosure.caseId().value(),
                "disclosure",
                disclosure.id().toString());
    }
}
