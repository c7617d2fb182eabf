package nl.spil.disclosure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.spil.decision.ActionName;
import nl.spil.decision.ActorFacts;
import nl.spil.decision.Decision;
import nl.spil.ledger.Draft;
import nl.spil.ledger.EntryKind;
import nl.spil.ledger.Placed;
import nl.spil.ledger.Question;
import nl.spil.ledger.Recorded;
import nl.spil.ledger.Writing;
import nl.spil.protocol.Actor;
import nl.spil.protocol.proof.LeafHeader;
import nl.spil.protocol.proof.Verdict;
import nl.spil.protocol.seal.KeptExchange;

/** A recipient's professional wants what was recorded for the recipient: asked again, and never more than that. */
final class Collecting implements Passage<Handover> {
    private final KeptDisclosure disclosure;
    private final KeptExchange kept;
    private final Request request;
    private final Releases releases;
    private final List<AskedItem> items;

    /**
     * What the recipient asks.
     *
     * @param collection chosen by the recipient, so that it can tell retries apart
     * @param actor the professional who will read it
     */
    record Request(UUID collection, Actor actor, TraceContext trace) {}

    Collecting(KeptDisclosure disclosure, KeptExchange kept, Request request, Releases releases) {
        this.disclosure = disclosure;
        this.kept = kept;
        this.request = request;
        this.releases = releases;
        this.items = kept.labels().stream().map(AskedItem::of).toList();
    }

    @Override
    public Asked asked() {
        var claims = kept.claims();
        return new Asked(
                ActionName.COLLECT,
                claims.purpose(),
                claims.caseId(),
                claims.sender(),
                ActorFacts.of(claims.actor()),
                items,
                List.of(new AskedRecipient(disclosure.recipient(), ActorFacts.of(request.actor()))),
                claims.necessity(),
                claims.grounds());
    }

    @Override
    public Judged<Handover> judged(Decision decision) {
        var ruling = Ruling.of(disclosure.recipient(), items, decision.of(disclosure.recipient()));
        return ruling.permitted().isEmpty() ? new Withholding(decision, ruling) : new Handing(decision, ruling);
    }

    /** Something may still go: exactly that, under a release that the ledger knows before the recipient does. */
    private final class Handing implements Judged<Handover> {
        private final Decision decision;
        private final Draft<Collection> collected;

        private Handing(Decision decision, Ruling ruling) {
            this.decision = decision;
            var collection = releases.collection(disclosure, kept, request.collection(), ruling, decision.policy());
            var verdict = collection.partial() ? Verdict.PARTLY : Verdict.PERMIT;
            this.collected = Draft.of(
                            collection,
                            EntryKind.COLLECTED,
                            header(decision, verdict).release(collection.digest()),
                            record(decision, ruling))
                    .decidedOn(Question.of(decision.question().json()));
        }

        @Override
        public Writing writing() {
            return Writing.of(collected)
                    .validUntil(decision.validUntil().orElse(null))
                    .with(releases.work(disclosure, collected.value()));
        }

        @Override
        public Handover release(Placed placed) {
            return release(placed.of(collected));
        }

        private Handover release(Recorded<Collection> recorded) {
            var collection = recorded.value();
            return new Handover.Delivered(kept.narrowTo(collection.items())
                    .deliver(collection.release(), recorded.receipt().proof()));
        }
    }

    /** Nothing may go any more; that is recorded too, and what is stored stays for a later try. */
    private final class Withholding implements Judged<Handover> {
        private final Decision decision;
        private final Draft<Ruling> refused;

        private Withholding(Decision decision, Ruling ruling) {
            this.decision = decision;
            this.refused = Draft.of(
                            ruling,
                            EntryKind.COLLECTION_REFUSED,
                            header(decision, Verdict.DENY),
                            record(decision, ruling))
                    .decidedOn(Question.of(decision.question().json()));
        }

        @Override
        public Writing writing() {
            return Writing.of(refused).validUntil(decision.validUntil().orElse(null));
        }

        @Override
        public Handover release(Placed placed) {
            var recorded = placed.of(refused);
            return new Handover.Withheld(recorded.value(), recorded.receipt());
        }
    }

    private LeafHeader header(Decision decision, Verdict verdict) {
        return LeafHeader.none()
                .exchange(disclosure.exchange())
                .from(disclosure.provider())
                .to(disclosure.recipient())
                .verdict(verdict)
                .policy(decision.policy().digest());
    }

    private Map<String, Object> record(Decision decision, Ruling ruling) {
        var record = new LinkedHashMap<String, Object>();
        record.put("case", disclosure.caseId().value());
        record.put("purpose", kept.claims().purpose().code());
        record.put("disclosure", disclosure.id().toString());
        record.put("collection", request.collection().toString());
        record.put("actor", request.actor().sub().value());
        record.put("policy", decision.policy().revision());
        record.putAll(RulingRecord.of(ruling));
        request.trace().addTo(record);
        return record;
    }
}
