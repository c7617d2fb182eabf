package nl.spil.disclosure;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.spil.decision.Partnership;
import nl.spil.decision.PolicyDecisionPoint;
import nl.spil.ledger.FactScope;
import nl.spil.ledger.Ledger;
import nl.spil.protocol.CaseId;
import nl.spil.protocol.DisclosureId;
import nl.spil.protocol.seal.Acknowledgement;
import nl.spil.protocol.seal.SealedSubmission;

/** Everything an exchange passes, put together as the broker does. */
record Rooms(
        Region region,
        Intake intake,
        Inbox inbox,
        CollectionDesk desk,
        Acknowledgements acknowledgements,
        Endings endings,
        Disclosures disclosures) {

    static Rooms of(Region region, PolicyDecisionPoint decisionPoint) {
        var ledger = region.log.ledger();
        var factsPoint = factsPoint(region);
        var door = new ExchangeDoor(factsPoint, decisionPoint, Obedience.ofPolicies(), ledger);
        var deliveries = new Deliveries(region.cases.keys());
        var disclosures = new Disclosures(region.jdbc);
        var arrivals = new Arrivals();
        var earlier = new EarlierAnswers(new Exchanges(region.jdbc), ledger);
        var endings = new Endings(disclosures, region.cases.files(), ledger, region.now::get);
        var releases = new Releases("urn:oin:00000099000000000001", region.releaseKey, region.now::get);
        return new Rooms(
                region,
                new Intake(region.members, factsPoint, door, deliveries, earlier, arrivals, region.now::get),
                new Inbox(disclosures, arrivals),
                new CollectionDesk(disclosures, deliveries, releases, endings, door, region.now::get),
                new Acknowledgements(
                        Region.AUDIENCE,
                        region.members,
                        disclosures,
                        new Handovers(region.jdbc),
                        ledger,
                        region.now::get),
                endings,
                disclosures);
    }

    private static FactsPoint factsPoint(Region region) {
        var partnership = new Partnership(
                "zvh-voorbeeld", Instant.parse("2025-01-01T00:00:00Z"), Instant.parse("2030-01-01T00:00:00Z"));
        var registers = new KnownFacts.Registers(
                region.cases.files(),
                region.consents,
                region.members::find,
                () -> Optional.of(partnership),
                new LastActivation(region.log.ledger()));
        return new FactsPoint(new KnownFacts(registers, region.log.ledger()::versionsOf), region.now::get);
    }

    /** Rules that were taken over on every node the moment they were activated. */
    private record LastActivation(Ledger ledger) implements KnownFacts.PolicyInUse {
        @Override
        public long version() {
            var policy = FactScope.policy();
            return ledger.versionsOf(List.of(policy)).versions().getOrDefault(policy, 0L);
        }

        @Override
        public void follow() {}
    }

    Received send(SealedSubmission submission) {
        return send(region.caseId, submission.bytes());
    }

    Received send(CaseId addressed, byte[] body) {
        return intake.receive(Region.CARE.oin(), addressed, body);
    }

    Handover collect(Member recipient, DisclosureId id) {
        return collect(recipient, id, UUID.randomUUID());
    }

    Handover collect(Member recipient, DisclosureId id, UUID collection) {
        var request = new Collecting.Request(collection, Member.professional(region.now.get()), TraceContext.current());
        return desk.collect(recipient.oin(), id, request);
    }

    Acknowledged acknowledge(Member recipient, Acknowledgement acknowledgement) {
        return acknowledgements.acknowledge(
                recipient.oin(), acknowledgement.disclosure(), acknowledgement.sign(recipient.signing()));
    }
}
