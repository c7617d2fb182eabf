package nl.spil.sdk;

import java.util.Map;
import java.util.UUID;
import nl.spil.protocol.Actor;

/** What a partner does with consents. */
final class Consents {
    private static final String PATH = "/v1/consents";

    private final Broker broker;
    private final Receipts receipts;

    Consents(Broker broker, Receipts receipts) {
        this.broker = broker;
        this.receipts = receipts;
    }

    ConsentView give(NewConsent consent, Actor actor) {
        return changed(Call.post(PATH, Scope.CONSENTS, consent.json()), actor);
    }

    ConsentView withdraw(UUID consent, Actor actor) {
        return changed(Call.post(PATH + "/" + consent + "/withdrawal", Scope.CONSENTS, Map.of()), actor);
    }

    private ConsentView changed(Call call, Actor actor) {
        var answer = broker.call(call.onBehalfOf(actor)).json();
        return new ConsentView(receipts.required(answer), answer);
    }
}
