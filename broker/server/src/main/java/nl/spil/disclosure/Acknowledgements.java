package nl.spil.disclosure;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.spil.disclosure.Handovers.HandedOver;
import nl.spil.disclosure.KeptDisclosure.Ending;
import nl.spil.ledger.Draft;
import nl.spil.ledger.EntryKind;
import nl.spil.ledger.Ledger;
import nl.spil.ledger.Work;
import nl.spil.ledger.Writing;
import nl.spil.partner.PartnerDirectory;
import nl.spil.problem.ProblemType;
import nl.spil.problem.Rejected;
import nl.spil.protocol.CaseId;
import nl.spil.protocol.DisclosureId;
import nl.spil.protocol.Oin;
import nl.spil.protocol.Problem;
import nl.spil.protocol.UnsoundMessage;
import nl.spil.protocol.proof.LeafHeader;
import nl.spil.protocol.seal.Acknowledgement;
import nl.spil.protocol.seal.Acknowledgement.Result;

/** Records what recipients say of what they got; what was opened is not kept any longer. */
final class Acknowledgements {
    private static final Problem OF_ANOTHER =
            new Problem("acknowledges-another", "/claims/disclosure", "The acknowledgement is of another disclosure.");
    private static final Problem RELEASE_UNKNOWN =
            new Problem("release-unknown", "/claims/release", "No such release was handed over under this collection.");
    private static final String SAID = """
            update collection set result = ?, result_entry = ?
            where disclosure = ? and release = ? and result is null
            """;
    private static final String END = """
            update disclosure set ended_as = ?, ended_at = ?, sealed = null
            where id = ? and ended_as is null
            """;

    private final String audience;
    private final PartnerDirectory partners;
    private final Disclosures disclosures;
    private final Handovers handovers;
    private final Ledger ledger;
    private final InstantSource clock;

    Acknowledgements(
            String audience,
            PartnerDirectory partners,
            Disclosures disclosures,
            Handovers handovers,
            Ledger ledger,
            InstantSource clock) {
        this.audience = audience;
        this.partners = partners;
        this.disclosures = disclosures;
        this.handovers = handovers;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Records it; the same said twice stands once. */
    Acknowledged acknowledge(Oin recipient, DisclosureId id, String jws) {
        var disclosure = disclosures.find(id, recipient).orElseThrow(() -> new Rejected(ProblemType.NOT_FOUND));
        var acknowledgement = Acknowledgement.verify(
                        jws, recipient, partners.signingKeys(recipient), audience, clock.instant())
                .orThrow();
        mustBeOf(disclosure, acknowledgement);
        try {
            return said(acknowledgement).orElseGet(() -> record(disclosure, acknowledgement));
        } catch (SaidAlready _) {
            // The same words arrived twice at once, and the other was first.
            return said(acknowledgement).orElseThrow();
        }
    }

    private static void mustBeOf(KeptDisclosure disclosure, Acknowledgement acknowledgement) {
        if (!acknowledgement.disclosure().equals(disclosure.id())
                || !acknowledgement.exchange().equals(disclosure.exchange())) {
            throw new UnsoundMessage(List.of(OF_ANOTHER));
        }
    }

    /** What stands already, if the recipient spoke before; it cannot say something else later. */
    private Optional<Acknowledged> said(Acknowledgement acknowledgement) {
        return handedOver(acknowledgement).said().map(said -> {
            if (said.result() != acknowledgement.result()) {
                throw new Rejected(ProblemType.CONFLICT);
            }
            return new Acknowledged.Again(ledger.receipt(said.entry()));
        });
    }

    private HandedOver handedOver(Acknowledgement acknowledgement) {
        return handovers
                .find(acknowledgement.disclosure(), acknowledgement.collection(), acknowledgement.release())
                .orElseThrow(() -> new UnsoundMessage(List.of(RELEASE_UNKNOWN)));
    }

    private Acknowledged record(KeptDisclosure disclosure, Acknowledgement acknowledgement) {
        var entry = Draft.of(
                acknowledgement,
                EntryKind.ACKNOWLEDGED,
                header(disclosure),
                record(disclosure.caseId(), acknowledgement));
        var placed = ledger.record(Writing.of(entry).with(work(acknowledgement)));
        return new Acknowledged.First(placed.of(entry).receipt());
    }

    private static Work work(Acknowledgement acknowledgement) {
        var release = acknowledgement.release().value();
        var disclosure = acknowledgement.disclosure().value();
        return (rows, positions) -> {
            var position = positions.getFirst();
            if (rows.change(SAID, acknowledgement.result(), position.index(), disclosure, release) != 1) {
                throw new SaidAlready();
            }
            if (acknowledgement.result() == Result.OPENED) {
                rows.change(END, Ending.ACKNOWLEDGED, position.time(), disclosure);
            }
        };
    }

    private static LeafHeader header(KeptDisclosure disclosure) {
        return LeafHeader.none()
                .exchange(disclosure.exchange())
                .from(disclosure.recipient())
                .to(disclosure.provider());
    }

    private static Map<String, Object> record(CaseId caseId, Acknowledgement acknowledgement) {
        var record = new LinkedHashMap<String, Object>();
        record.put("case", caseId.value());
        record.put("disclosure", acknowledgement.disclosure().toString());
        record.put("collection", acknowledgement.collection().toString());
        record.put("release", acknowledgement.release().value());
        record.put("result", acknowledgement.result().name());
        TraceContext.current().addTo(record);
        return record;
    }

    /** Another request recorded the recipient's word in the meantime. */
    private static final class SaidAlready extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
