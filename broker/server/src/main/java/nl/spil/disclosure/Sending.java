package nl.spil.disclosure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.spil.decision.ActionName;
import nl.spil.decision.ActorFacts;
import nl.spil.decision.Decision;
import nl.spil.disclosure.Outcome.Disclosure;
import nl.spil.ledger.Draft;
import nl.spil.ledger.EntryKind;
import nl.spil.ledger.Placed;
import nl.spil.ledger.Question;
import nl.spil.ledger.Writing;
import nl.spil.protocol.ExchangeId;
import nl.spil.protocol.proof.LeafHeader;
import nl.spil.protocol.proof.Verdict;
import nl.spil.protocol.seal.VerifiedExchange;

/** An exchange that its sender wants to reach its recipients; form, sender and signature are in order. */
final class Sending implements Passage<Sent> {
    private final VerifiedExchange exchange;
    private final TraceContext trace;
    private final Deliveries deliveries;
    private final List<AskedItem> items;

    Sending(VerifiedExchange exchange, TraceContext trace, Deliveries deliveries) {
        this.exchange = exchange;
        this.trace = trace;
        this.deliveries = deliveries;
        this.items = exchange.labels().stream().map(AskedItem::of).toList();
    }

    @Override
    public Asked asked() {
        var claims = exchange.claims();
        return new Asked(
                ActionName.DISCLOSE,
                claims.purpose(),
                claims.caseId(),
                claims.sender(),
                ActorFacts.of(claims.actor()),
                items,
                claims.recipients().stream().map(AskedRecipient::of).toList(),
                claims.necessity(),
                claims.grounds());
    }

    @Override
    public Judged<Sent> judged(Decision decision) {
        return new JudgedSending(decision);
    }

    private final class JudgedSending implements Judged<Sent> {
        private final Decision decision;
        private final Draft<ExchangeId> received;
        private final List<Draft<Outcome>> outcomes;

        private JudgedSending(Decision decision) {
            this.decision = decision;
            this.received = received();
            this.outcomes = outcomes();
        }

        @Override
        public Writing writing() {
            var entries = new ArrayList<Draft<?>>();
            entries.add(received);
            entries.addAll(outcomes);
            return Writing.of(entries)
                    .validUntil(decision.validUntil().orElse(null))
                    .with(deliveries.of(
                            exchange, outcomes.stream().map(Draft::value).toList()));
        }

        @Override
        public Sent release(Placed placed) {
            return new Sent(
                    received.value(),
                    exchange.claims().caseId(),
                    placed.of(received).receipt(),
                    outcomes.stream().map(placed::of).map(Told::of).toList());
        }

        private Draft<ExchangeId> received() {
            var claims = exchange.claims();
            var record = circumstances();
            record.put("digest", exchange.signedDigest().value());
            record.put("items", exchange.labels().size());
            record.put("judgedBy", claims.necessity().judgedBy().value());
            record.put("judgedAt", claims.necessity().judgedAt().getEpochSecond());
            claims.answers().ifPresent(request -> record.put("answers", request.toString()));
            return Draft.of(claims.exchange(), EntryKind.EXCHANGE_RECEIVED, header(), record);
        }

        private List<Draft<Outcome>> outcomes() {
            var question = Question.of(decision.question().json());
            return exchange.claims().recipients().stream()
                    .map(recipient -> Outcome.of(Ruling.of(recipient, items, decision.of(recipient))))
                    .map(outcome -> outcome(outcome).decidedOn(question))
                    .toList();
        }

        private Draft<Outcome> outcome(Outcome outcome) {
            var record = circumstances();
            record.put("policy", decision.policy().revision());
            record.putAll(RulingRecord.of(outcome.ruling()));
            var header =
                    header().to(outcome.recipient()).policy(decision.policy().digest());
            return switch (outcome) {
                case Disclosure(var id, var ruling) -> {
                    record.put("disclosure", id.toString());
                    yield Draft.of(outcome, EntryKind.DISCLOSURE, header.verdict(ruling.verdict()), record);
                }
                case Outcome.Refusal _ -> Draft.of(outcome, EntryKind.REFUSAL, header.verdict(Verdict.DENY), record);
            };
        }

        private LeafHeader header() {
            return LeafHeader.none()
                    .exchange(exchange.claims().exchange())
                    .from(exchange.claims().sender());
        }

        private Map<String, Object> circumstances() {
            var claims = exchange.claims();
            var record = new LinkedHashMap<String, Object>();
            record.put("case", claims.caseId().value());
            record.put("purpose", claims.purpose().code());
            record.put("actor", claims.actor().sub().value());
            trace.addTo(record);
            return record;
        }
    }
}
