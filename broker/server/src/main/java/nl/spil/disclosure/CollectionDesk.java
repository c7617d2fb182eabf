package nl.spil.disclosure;

import java.time.InstantSource;
import nl.spil.problem.ProblemType;
import nl.spil.problem.Rejected;
import nl.spil.protocol.DisclosureId;
import nl.spil.protocol.Oin;

/** Hands out what waits, after the door has decided a second time; every time it is asked. */
final class CollectionDesk {
    static final ProblemType ENDED = new ProblemType(410, "disclosure-ended");

    private final Disclosures disclosures;
    private final Deliveries deliveries;
    private final Releases releases;
    private final Endings endings;
    private final ExchangeDoor door;
    private final InstantSource clock;

    CollectionDesk(
            Disclosures disclosures,
            Deliveries deliveries,
            Releases releases,
            Endings endings,
            ExchangeDoor door,
            InstantSource clock) {
        this.disclosures = disclosures;
        this.deliveries = deliveries;
        this.releases = releases;
        this.endings = endings;
        this.door = door;
        this.clock = clock;
    }

    /** What may go to the recipient now; another's disclosure does not exist, an ended one is gone. */
    Handover collect(Oin recipient, DisclosureId id, Collecting.Request request) {
        var disclosure = disclosures.find(id, recipient).orElseThrow(() -> new Rejected(ProblemType.NOT_FOUND));
        if (disclosure.endedBy(clock.instant())) {
            endings.expire(disclosure);
            throw new Rejected(ENDED);
        }
        var parcel = disclosures.parcel(id).orElseThrow(() -> new Rejected(ENDED));
        var kept = deliveries.opened(disclosure.caseId(), id, parcel);
        try {
            return door.pass(new Collecting(disclosure, kept, request, releases));
        } catch (DisclosureEnded ended) {
            throw new Rejected(ENDED).because(ended);
        }
    }
}
