package nl.spil.consent;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.spil.protocol.DataCategory;
import nl.spil.protocol.Oin;
import nl.spil.protocol.Purpose;

/** The data subject's copy of a consent record: a subset of ISO/IEC TS 27560, with the event states of W3C DPV. */
public final class ConsentReceipt {
    private static final String SCHEMA = "ISO/IEC TS 27560:2023, Spil subset 1";
    private static final String WITHDRAWAL =
            "Tell the provider; it withdraws at once, and refusing has no consequences.";

    private final RegisteredConsent registered;
    private final CollectionMethod method;
    private final Purpose purpose;

    /** A receipt of a consent as it stands, for the purpose of the case it was given in. */
    public ConsentReceipt(RegisteredConsent registered, CollectionMethod method, Purpose purpose) {
        this.registered = registered;
        this.method = method;
        this.purpose = purpose;
    }

    /** The receipt as members for a JSON object. */
    public Map<String, Object> members(Instant at) {
        var members = new LinkedHashMap<String, Object>();
        members.put("schemaVersion", SCHEMA);
        members.put("recordId", "urn:uuid:" + registered.consent().id());
        members.put("piiPrincipalId", registered.consent().subject().value());
        members.put("piiProcessing", List.of(processing()));
        members.put("events", events(at));
        return members;
    }

    private Map<String, Object> processing() {
        var consent = registered.consent();
        var processing = new LinkedHashMap<String, Object>();
        processing.put("purpose", purpose.urn());
        processing.put("consentKind", consent.kind().name());
        processing.put("explicit", consent.explicit());
        processing.put(
                "piiInformation",
                consent.categories().stream()
                        .map(DataCategory::code)
                        .map(code -> Map.of("piiType", code))
                        .toList());
        processing.put("piiControllers", List.of(consent.provider().urn()));
        processing.put(
                "recipientThirdParties",
                consent.recipients().stream().map(Oin::urn).toList());
        processing.put("collectionMethod", method.words());
        processing.put("jurisdiction", "NL");
        processing.put("withdrawalMethod", WITHDRAWAL);
        return processing;
    }

    private List<Map<String, Object>> events(Instant at) {
        var given = event(registered.consent().givenAt(), "ConsentGiven");
        given.put("entityId", registered.consent().givenBy().name());
        var validUntil = registered.consent().validUntil();
        if (validUntil != null) {
            given.put("validUntil", validUntil.toString());
        }
        return switch (registered.stateAt(at)) {
            case ConsentState.Given _, ConsentState.NotYet _ -> List.of(given);
            case ConsentState.Withdrawn withdrawn -> List.of(given, event(withdrawn.at(), "ConsentWithdrawn"));
            case ConsentState.Expired expired -> List.of(given, event(expired.at(), "ConsentExpired"));
        };
    }

    private static Map<String, Object> event(Instant time, String state) {
        var event = new LinkedHashMap<String, Object>();
        event.put("eventTime", time.toString());
        event.put("eventState", state);
        return event;
    }
}
