package nl.spil.sdk;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import nl.spil.protocol.Actor;
import nl.spil.protocol.Checked;
import nl.spil.protocol.ExchangeId;
import nl.spil.protocol.Oin;
import nl.spil.protocol.proof.Receipt;
import nl.spil.protocol.seal.ExchangeClaims;
import nl.spil.protocol.seal.SealedExchange;
import nl.spil.protocol.seal.Sealer;
import nl.spil.protocol.seal.SealingPublicKey;

/**
 * Seals, signs and sends. What is sealed is on disk before it is sent for the first time, because sealing it again would
 * be another exchange: after a lost reply or a crash the same bytes go out again.
 */
final class Sender {
    private static final String ENDING = ".sealed.json";

    private final PartnerHome home;
    private final Oin self;
    private final Broker broker;
    private final Trust trust;
    private final OwnKeys keys;
    private final Receipts receipts;
    private final InstantSource clock;

    Sender(
            PartnerHome home,
            Oin self,
            Broker broker,
            Trust trust,
            OwnKeys keys,
            Receipts receipts,
            InstantSource clock) {
        this.home = home;
        this.self = self;
        this.broker = broker;
        this.trust = trust;
        this.keys = keys;
        this.receipts = receipts;
        this.clock = clock;
    }

    Outcome send(Sending sending, Actor actor) {
        var recipients = new LinkedHashMap<Oin, SealingPublicKey>();
        sending.recipients().forEach(partner -> recipients.put(partner, trust.sealingKey(partner)));
        var sealed = new Sealer(keys.currentSigning()).seal(claims(sending, actor), sending.items(), recipients);
        var exchange = sealed.claims().exchange();
        home.outbox().write(exchange + ENDING, sealed.bytes());
        return deliver(exchange);
    }

    private ExchangeClaims claims(Sending sending, Actor actor) {
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return new ExchangeClaims(
                self,
                sending.recipients(),
                ExchangeId.random(clock.instant()),
                now,
                now.plus(sending.life()),
                sending.caseId(),
                sending.purpose(),
                sending.answers(),
                actor,
                sending.necessity(),
                sending.grounds());
    }

    /** Exchanges that were sealed and signed, and of which nobody knows whether they arrived. */
    List<ExchangeId> unanswered() {
        return home.outbox().names(ENDING).stream()
                .map(name -> new ExchangeId(name.substring(0, name.length() - ENDING.length())))
                .toList();
    }

    /** Sends what is in the outbox under this name, for the first time or again. */
    Outcome deliver(ExchangeId exchange) {
        var sealed = home.outbox()
                .read(exchange + ENDING)
                .orElseThrow(() -> new IllegalArgumentException("exchange " + exchange + " is not in the outbox"));
        var path = "/v1/cases/" + caseOf(sealed) + "/exchanges";
        try {
            var answer =
                    broker.call(Call.of("POST", path, Scope.EXCHANGES).carrying(SealedExchange.MEDIA_TYPE, sealed));
            var outcome = checked(exchange, OutcomeJson.read(answer.json()));
            move(exchange, sealed, answer.body());
            return outcome;
        } catch (Rejected | Refused | NotFound definite) {
            // The broker will say so again however often it is asked; it must not stay among what may still arrive.
            move(exchange, sealed, JsonText.write(problemOf(definite).whole()));
            throw definite;
        }
    }

    private static BrokerProblem problemOf(SpilException definite) {
        return switch (definite) {
            case Rejected it -> it.problem();
            case Refused it -> it.problem();
            case NotFound it -> it.problem();
            case NotAuthorised it -> it.problem();
            case BrokerUnavailable _, VerificationFailed _ -> throw new IllegalStateException(definite);
        };
    }

    private static String caseOf(byte[] sealed) {
        return switch (SealedExchange.parse(sealed)) {
            case Checked.Sound<SealedExchange>(var exchange) ->
                exchange.claims().caseId().value();
            case Checked.Unsound<SealedExchange>(var problems) ->
                throw new VerificationFailed("what is in the outbox was changed: " + Flaws.of(problems));
        };
    }

    /** The receipts must be about this exchange of ours; one for another would prove nothing here. */
    private Outcome checked(ExchangeId exchange, Outcome outcome) {
        checkReceipt(exchange, outcome.receipt().orElseThrow(() -> missing("the exchange")));
        for (var each : outcome.recipients()) {
            checkReceipt(exchange, each.receipt().orElseThrow(() -> missing("recipient " + each.recipient())));
        }
        return outcome;
    }

    private static VerificationFailed missing(String what) {
        return new VerificationFailed("the broker gave no receipt for " + what);
    }

    private void checkReceipt(ExchangeId exchange, Receipt receipt) {
        var header = receipts.accept(receipt).leaf().header();
        if (!exchange.equals(header.exchange()) || !self.equals(header.from())) {
            throw new VerificationFailed("the broker gave a receipt of something else for exchange " + exchange);
        }
    }

    private void move(ExchangeId exchange, byte[] sealed, byte[] answer) {
        home.sent().write(exchange + ENDING, sealed);
        home.sent().write(exchange + ".answer.json", answer);
        home.outbox().delete(exchange + ENDING);
    }
}
