package nl.spil.sdk;

import java.util.Map;
import nl.spil.protocol.Actor;
import nl.spil.protocol.CaseId;
import nl.spil.protocol.Oin;
import nl.spil.protocol.Stage;
import nl.spil.protocol.proof.Receipt;
import tools.jackson.databind.JsonNode;

/** What a partner does with case files. */
final class Cases {
    private static final String PATH = "/v1/cases";

    private final Broker broker;
    private final Receipts receipts;

    Cases(Broker broker, Receipts receipts) {
        this.broker = broker;
        this.receipts = receipts;
    }

    CaseView open(NewCase opened, Actor actor) {
        return changed(opened.id(), Call.post(PATH, Scope.CASES, opened.json()), actor);
    }

    CaseView show(CaseId caseId, Actor actor) {
        var answer = broker.call(Call.get(PATH + "/" + caseId, Scope.CASES).onBehalfOf(actor));
        return CaseView.read(caseId, answer.json());
    }

    JsonNode list(Actor actor) {
        return broker.call(Call.get(PATH, Scope.CASES).onBehalfOf(actor)).json();
    }

    Receipt admit(CaseId caseId, Oin partner, Admission admission, Actor actor) {
        var call = Call.put(participant(caseId, partner), Scope.CASES, admission.json());
        return receipts.required(broker.call(call.onBehalfOf(actor)).json());
    }

    Receipt endAdmission(CaseId caseId, Oin partner, Actor actor) {
        var call = Call.of("DELETE", participant(caseId, partner), Scope.CASES);
        return receipts.required(broker.call(call.onBehalfOf(actor)).json());
    }

    CaseView moveTo(CaseId caseId, Stage stage, Actor actor) {
        return changed(caseId, Call.post(PATH + "/" + caseId + "/" + step(stage), Scope.CASES, Map.of()), actor);
    }

    private CaseView changed(CaseId caseId, Call call, Actor actor) {
        var answer = broker.call(call.onBehalfOf(actor)).json();
        receipts.required(answer);
        return CaseView.read(caseId, answer);
    }

    private static String participant(CaseId caseId, Oin partner) {
        return PATH + "/" + caseId + "/participants/" + partner;
    }

    /** The sub-resource by which a case comes into a stage. */
    private static String step(Stage stage) {
        return switch (stage) {
            case REGISTERED -> throw new IllegalArgumentException("a case is registered by opening it");
            case TRIAGE -> "triage";
            case ASSESSMENT -> "assessment";
            case CONSULTATION -> "consultation";
            case EXECUTION -> "execution";
            case EVALUATION -> "evaluation";
            case CLOSED -> "closure";
        };
    }
}
